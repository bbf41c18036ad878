import { describe, expect, test } from 'vitest'
import type { Role } from '#lib/people/roles.ts'
import { MOST_QUEUED, type OfferedHost, whyCannotRequest, whyNotOn } from './why-cannot-request.ts'

const host: OfferedHost = {
  ...{ host: 'cc-ci', fingerprint: `SHA256:${'A'.repeat(43)}`, retiredReason: null },
  offers: { recipes: ['mumble'], profiles: ['alone', 'load'] },
}
const mumble = {
  ...{ failure: 'mumble', recipe: 'mumble', version: '1.0.0', image: null, sweptAs: null, position: 1 },
}
type Asked = Parameters<typeof whyCannotRequest>[3]
const alone: Asked = { profile: 'alone', afterClaimOn: null }

describe('a run may be requested', () => {
  type Row = [string, Role | null, OfferedHost | null, Asked, number, string | null, string | null]
  test.each<Row>([
    ['by the Builder', 'builder', host, alone, 0, null, null],
    ['by the Adversary', 'adversary', host, alone, 0, null, null],
    ['not by the Operator', 'operator', host, alone, 0, 'not_permitted', null],
    ['not by a Stakeholder', 'stakeholder', host, alone, 0, 'not_permitted', null],
    ['not without a role', null, host, alone, 0, 'not_permitted', null],
    ['not where there is no host', 'builder', null, alone, 0, 'no_host', 'host'],
    [
      'not on one that is used no more',
      'builder',
      { ...host, retiredReason: 'Gone.' },
      alone,
      0,
      'host_retired',
      'host',
    ],
    ['not on one without a key', 'builder', { ...host, fingerprint: null }, alone, 0, 'no_host_key', 'host'],
    [
      'on one that was never asked what it offers: it says so when the turn comes',
      'builder',
      { ...host, offers: null },
      { ...alone, profile: 'warm' },
      0,
      null,
      null,
    ],
    [
      'not of a recipe that it does not offer',
      'builder',
      { ...host, offers: { recipes: [], profiles: ['alone'] } },
      alone,
      0,
      'recipe_not_offered',
      'host',
    ],
    ['under load', 'builder', host, { ...alone, profile: 'load' }, 0, null, null],
    [
      'not of a profile that it does not offer',
      'builder',
      host,
      { ...alone, profile: 'promote' },
      0,
      'profile_not_offered',
      'profile',
    ],
    ['to wait for the claim of a gate', 'adversary', host, { ...alone, afterClaimOn: 'M1' }, 0, null, null],
    [
      'not for the claim of a gate that is not there',
      'adversary',
      host,
      { ...alone, afterClaimOn: 'M9' },
      0,
      'no_such_gate',
      'afterClaimOn',
    ],
    ['with one place left in the queue', 'builder', host, alone, MOST_QUEUED - 1, null, null],
    ['not with none left', 'builder', host, alone, MOST_QUEUED, 'queue_full', null],
  ])('%s', (_, role, on, asked, queued, reason, field) => {
    const actor = { person: 'somebody', name: 'Somebody', role }
    const refusal = whyCannotRequest(actor, on, mumble, asked, { gates: ['M1'], queued })
    expect(refusal?.reason ?? null).toBe(reason)
    expect(refusal?.field ?? null).toBe(field)
  })
})

test.each<[string, OfferedHost | null, string | null]>([
  ['there is none', null, 'There is no host: the Operator sets one up on the swarm page.'],
  [
    'used no more, whatever else',
    { ...host, fingerprint: null, retiredReason: 'It moves.' },
    'cc-ci is used no more: It moves.',
  ],
  [
    'without a key',
    { ...host, fingerprint: null },
    'Nobody has confirmed the key of cc-ci yet: the Operator does, once.',
  ],
  ['in order', host, null],
])('whether a host can be used at all: %s', (_, on, sentence) => {
  expect(whyNotOn(on)?.sentence ?? null).toBe(sentence)
})
