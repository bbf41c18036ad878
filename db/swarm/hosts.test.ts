import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { HostSettings } from '#lib/swarm/host-settings.ts'
import { aProbe } from '#lib/testing/a-probe.ts'
import type { Db } from '../db.ts'
import { headSeq, listEvents } from '../ledger/list-events.ts'
import { aCopyOf, removeDatabases } from '../testing/databases.ts'
import { must } from '../testing/must.ts'
import { asOperator, USUAL_TIME } from '../testing/people.ts'
import { aPhaseAlone } from '../testing/phases.ts'
import { refusalOf } from '../testing/refusals.ts'
import { aHost, fingerprintOf, typedHost, typedKey } from '../testing/swarm.ts'
import { configureHost, pinHostKey, retireHost } from './configure-host.ts'
import { findHost, hasOwnHost, listHosts } from './list-hosts.ts'
import { keepProbe } from './run-watches.ts'
import { ensurePracticeHost } from './supervise.ts'

afterAll(removeDatabases)

const PRACTICE: HostSettings = {
  ...{ host: 'practice', kind: 'practice', address: '127.0.0.1', port: null, user: null, alias: null },
  ...{ keys: { builder: 'agent', adversary: 'agent' }, deadlineMs: 600_000 },
}
const begun = aPhaseAlone()
aHost(begun)
ensurePracticeHost(begun, PRACTICE, fingerprintOf('P'), USUAL_TIME)
let db: Db
beforeEach(() => {
  db = aCopyOf(begun)
})

describe('refused, and nothing written', () => {
  test.each<[string, () => ReturnType<typeof pinHostKey>, string, string]>([
    [
      'the practice host set up by hand',
      () => configureHost(db, asOperator(typedHost({ host: 'practice' }))),
      'practice_host',
      'This is the practice host: Gatehouse itself looks after it.',
    ],
    [
      'another key for the practice host',
      () => pinHostKey(db, asOperator(typedKey(fingerprintOf('B'), 'practice'))),
      'practice_host',
      'This is the practice host: Gatehouse itself looks after it.',
    ],
    [
      'a key of a host that nobody set up',
      () => pinHostKey(db, asOperator(typedKey(fingerprintOf('A'), 'elsewhere'))),
      'no_such_host',
      'There is no host elsewhere.',
    ],
    [
      'the key that is pinned already',
      () => pinHostKey(db, asOperator(typedKey())),
      'pinned_already',
      'This key of cc-ci is pinned already.',
    ],
    [
      'retiring a host that nobody set up',
      () => retireHost(db, asOperator({ host: 'elsewhere', reason: 'Gone.' })),
      'no_such_host',
      'There is no host elsewhere in use.',
    ],
  ])('%s', (_, act, reason, sentence) => {
    expect(refusalOf(db, act)).toMatchObject({ reason, sentence })
  })
  test('retiring one twice', () => {
    const retire = () => retireHost(db, asOperator({ host: 'cc-ci', reason: 'Gone.' }))
    must(retire())
    expect(refusalOf(db, retire)).toMatchObject({ sentence: 'There is no host cc-ci in use.' })
  })
})

describe('a host that is set up again', () => {
  test('is reached in the new way, and known by the same key', () => {
    must(configureHost(db, asOperator(typedHost({ address: '', alias: 'cc-ci', deadlineMinutes: 90 }))))
    expect(findHost(db, 'cc-ci')).toMatchObject({
      settings: { alias: 'cc-ci', address: '', deadlineMs: 90 * 60_000 },
      fingerprint: fingerprintOf('A'),
      retiredReason: null,
    })
  })
  test('is in use again where it was retired', () => {
    must(retireHost(db, asOperator({ host: 'cc-ci', reason: 'It moves.' })))
    expect(findHost(db, 'cc-ci')).toMatchObject({ retiredReason: 'It moves.', fingerprint: fingerprintOf('A') })
    expect(hasOwnHost(db)).toBe(false)
    must(configureHost(db, asOperator(typedHost())))
    expect(findHost(db, 'cc-ci')).toMatchObject({ retiredReason: null, fingerprint: fingerprintOf('A') })
    expect(hasOwnHost(db)).toBe(true)
  })
  test('is known by another key once that is pinned', () => {
    must(pinHostKey(db, asOperator(typedKey(fingerprintOf('B')))))
    expect(findHost(db, 'cc-ci')?.fingerprint).toBe(fingerprintOf('B'))
  })
})

test('a host has no key until the Operator pins one, and offers nothing until it was asked', () => {
  must(configureHost(db, asOperator(typedHost({ host: 'node-2' }))))
  expect(findHost(db, 'node-2')).toMatchObject({ fingerprint: null, offers: null, probedAt: null })
})

test('a host offers what it said last, also after it could not be asked', () => {
  keepProbe(db, 'cc-ci', 1, { probe: aProbe({ recipes: ['mumble'] }) })
  keepProbe(db, 'cc-ci', 2, { problem: 'It does not answer.' })
  expect(findHost(db, 'cc-ci')).toMatchObject({
    ...{ problem: 'It does not answer.', probedAt: 2 },
    offers: { recipes: ['mumble'], profiles: ['alone', 'load', 'promote'] },
  })
  keepProbe(db, 'cc-ci', 3, { probe: aProbe() })
  expect(findHost(db, 'cc-ci')).toMatchObject({ problem: null, offers: { recipes: ['mumble', 'gitea'] } })
})

describe('the practice host', () => {
  test('is in the record by Gatehouse itself, and no host of one’s own', () => {
    expect(listHosts(db).map(({ host, settings }) => [host, settings.kind])).toEqual([
      ['cc-ci', 'ssh'],
      ['practice', 'practice'],
    ])
    expect(listEvents(db, { kinds: ['host.configured', 'host-key.pinned'] }, 2)).toMatchObject([
      { role: 'system', subject: 'practice' },
      { role: 'system', subject: 'practice' },
    ])
  })
  test('is written down once, however often Gatehouse starts', () => {
    const before = headSeq(db)
    ensurePracticeHost(db, PRACTICE, fingerprintOf('P'), USUAL_TIME)
    expect(headSeq(db)).toBe(before)
  })
  test('gets another key where that was made anew, and the first one again where that came back', () => {
    for (const letter of ['Q', 'P', 'Q']) {
      ensurePracticeHost(db, PRACTICE, fingerprintOf(letter), USUAL_TIME)
      expect(findHost(db, 'practice')?.fingerprint).toBe(fingerprintOf(letter))
    }
  })
})
