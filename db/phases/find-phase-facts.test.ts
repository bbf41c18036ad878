import { afterAll, describe, expect, test } from 'vitest'
import type { PhaseFacts } from '#lib/phases/phase-facts.ts'
import { headSeq } from '../ledger/list-events.ts'
import { aLedger, removeDatabases } from '../testing/databases.ts'
import { tellTheLongStory } from '../testing/long-story.ts'
import { factsOf } from '../testing/phases.ts'
import { findPhaseFacts } from './find-phase-facts.ts'

afterAll(removeDatabases)

type Then = { seq: number; facts: PhaseFacts }
const db = aLedger()
const before = headSeq(db)
const moments: Then[] = []
tellTheLongStory(db, () => moments.push({ seq: headSeq(db), facts: factsOf(db) }))

describe('as of an event, the phase is what it was then', () => {
  test.each(moments.map((then) => [then.seq, then] as const))('event %i', (seq, { facts }) => {
    expect(findPhaseFacts(db, 'redfix', seq)).toEqual({ ...facts, seq })
  })

  test('before it was opened there was none', () => {
    expect(findPhaseFacts(db, 'redfix', before)).toBeNull()
    expect(findPhaseFacts(db, 'redfix', before + 1)).toMatchObject({ failures: [], gates: [] })
  })
  test('an event of two parts is not yet whole after its first', () => {
    const finding = moments.find(({ facts }) => facts.findings.length === 1)
    expect(finding && findPhaseFacts(db, 'redfix', finding.seq - 1)).toMatchObject({ findings: [] })
  })
})

test('a claim knows when its gate was first claimed, whatever revision it is and whether that was withdrawn', () => {
  const claims = moments.flatMap(({ facts }) => facts.claims.filter(({ gate }) => gate === 'M1'))
  expect(new Set(claims.map(({ revision }) => revision))).toEqual(new Set([1, 2, 3]))
  expect(new Set(claims.map(({ firstClaimed }) => firstClaimed)).size).toBe(1)
  expect(claims[0]).toMatchObject({ revision: 1, seq: claims[0]?.firstClaimed })
})

test('what another phase records changes nothing here', () => {
  const [last, previous] = moments.toReversed()
  expect(findPhaseFacts(db, 'canon')).not.toBeNull()
  expect(last?.facts).toEqual(previous?.facts)
})

test('a phase that nobody opened has no facts', () => {
  expect(findPhaseFacts(db, 'lvl5')).toBeNull()
})
