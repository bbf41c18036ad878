import { expect, test } from 'vitest'
import { fixAttached, fixMoved, NEXT_HEAD, runOfFix } from '#lib/testing/fix-steps.ts'
import { gateRedefined, planRecorded } from '#lib/testing/phase-steps.ts'
import { recordOf, type Step } from '#lib/testing/record-of.ts'
import { claimed, classified, leftOut, observation, reading, run } from '#lib/testing/steps.ts'
import type { ClaimPart } from './claim-part.ts'
import { comparePart } from './compare-parts.ts'

const rests: Step[] = [run('mumble'), observation('mumble'), classified('mumble', { cites: ['#1', 'obs-1'] })]
const fixed: Step[] = [...rests, fixAttached('mumble'), runOfFix('mumble')]

function partOf(gate: string, steps: Step[], texts: { [failure: string]: string } = {}): ClaimPart {
  const part = recordOf(...steps, claimed(gate, texts)).claims.at(-1)?.parts[0]
  if (!part) throw new Error('Nothing is claimed.')
  return part
}

test.each<[string, string, Step[], Step[], { [failure: string]: string }]>([
  ['unchanged', 'M1', rests, [], {}],
  ['text', 'M1', rests, [], { mumble: 'Reworded.' }],
  ['text', 'M1', rests, [classified('mumble', { cites: ['#1', 'obs-1'], plainWords: 'Far too slow.' })], {}],
  ['evidence', 'M1', rests, [reading('mumble'), classified('mumble', { cites: ['#1', 'obs-1', 'code-1'] })], {}],
  ['evidence', 'M1', rests, [leftOut('#1')], {}],
  ['criteria', 'M1', rests, [gateRedefined('M1', 'Each is shown twice.')], {}],
  ['criteria', 'M1', rests, [planRecorded()], {}],
  ['unchanged', 'M1', rests, [fixAttached('mumble')], {}],
  ['commit', 'M2', fixed, [fixMoved(1, { head: NEXT_HEAD })], {}],
  ['unchanged', 'M2', fixed, [classified('mumble', { cites: ['#1'] })], {}],
])('a claim that changed by this is graded “%s” on %s', (grade, gate, steps, change, texts) => {
  const before = partOf(gate, steps)
  expect(comparePart(before, partOf(gate, [...steps, ...change], texts)).grade).toBe(grade)
})

test('what was never judged is new, and has nothing to be compared with', () => {
  expect(comparePart(null, partOf('M1', rests))).toEqual({ failure: 'mumble', grade: 'new', changes: [] })
})

test('the gravest change gives the grade, and each change says what was and what is', () => {
  const now = partOf('M2', [...fixed, fixMoved(1, { head: NEXT_HEAD }), gateRedefined('M2', 'Fixed twice.')])
  const { grade, changes } = comparePart(partOf('M2', fixed), now)
  expect(grade).toBe('commit')
  expect(changes.map(({ what }) => what)).toEqual(
    expect.arrayContaining(['criteria', expect.stringMatching(/^recipe pull request/)]),
  )
  for (const { was, is } of changes) expect(was).not.toBe(is)
})
