import { expect, test } from 'vitest'
import type { PhaseFacts } from '#lib/phases/phase-facts.ts'
import { claimedM1, passedM1, passedM2 } from '#lib/testing/claimed-phases.ts'
import { LIFETIME_MS, moment, recordOf, type Step } from '#lib/testing/record-of.ts'
import {
  gatesThatGoStale,
  withClassificationChanged,
  withFailureAdded,
  withFixAdded,
  withFixMoved,
  withGateChanged,
  withLeftOut,
  withPlanChanged,
  wordGoesStale,
} from './would-go-stale.ts'

const NOW = moment('02:00')
const BOTH = ['M1', 'M2']

test.each<[string, Step[], (facts: PhaseFacts) => PhaseFacts, string[]]>([
  ['nothing', passedM2, (facts) => facts, []],
  ['another classification', passedM2, (facts) => withClassificationChanged(facts, 'mumble'), ['M1']],
  ['another head', passedM2, (facts) => withFixMoved(facts, 1), ['M2']],
  ['one fix more', passedM2, (facts) => withFixAdded(facts, 'mumble'), ['M2']],
  ['another plan', passedM2, withPlanChanged, BOTH],
  ['other criteria of M1', passedM2, (facts) => withGateChanged(facts, 'M1'), ['M1']],
  ['a run left out that M1 rests on', passedM2, (facts) => withLeftOut(facts, '#1'), ['M1']],
  ['a failure that no claim names', passedM2, withFailureAdded, BOTH],
  ['a classification while M1 is only claimed', claimedM1, (facts) => withClassificationChanged(facts, 'mumble'), []],
  ['a plan while M2 has no PASS', passedM1, withPlanChanged, ['M1']],
])('%s makes stale what rests on it', (_, steps, change, stale) => {
  const facts = recordOf(...steps)
  expect(gatesThatGoStale(facts, change(facts), NOW)).toEqual(stale)
})

test('a PASS that is too old already is not made stale by anything', () => {
  const facts = recordOf(...passedM2)
  expect(gatesThatGoStale(facts, withPlanChanged(facts), moment('02:00', LIFETIME_MS))).toEqual([])
})

test.each([
  [[], ''],
  [['M1'], 'Saving this makes M1’s PASS stale.'],
  [BOTH, 'Saving this makes M1’s PASS and M2’s PASS stale.'],
])('of %j it says “%s”', (gates, words) => {
  expect(wordGoesStale(gates)).toBe(words)
})
