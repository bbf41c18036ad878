import { expect, test } from 'vitest'
import type { FixFacts } from '#lib/phases/phase-facts.ts'
import { fixAttached, fixMoved, NEXT_HEAD } from '#lib/testing/fix-steps.ts'
import { moment, recordOf, type Step } from '#lib/testing/record-of.ts'
import { theAdversary, theBuilder, theOperator } from '#lib/testing/steps.ts'
import { describeFixState, nameFix } from './describe-fix.ts'

function fixAfter(...steps: Step[]): FixFacts {
  const [fix] = recordOf(...steps).fixes
  if (!fix) throw new Error('There is no fix.')
  return fix
}

test.each<[string, Partial<FixFacts>, string]>([
  ['with its pull request', {}, 'recipe pull request #4 of recipes/mumble'],
  ['without one', { kind: 'harness-change', pullRequest: null }, 'harness change of recipes/mumble'],
])('a fix is named %s', (_, different, name) => {
  expect(nameFix(fixAfter(fixAttached('mumble', different)))).toBe(name)
})

const attached = fixAttached('mumble', {}, { ...theBuilder, at: '06:40' })
test.each<[string, Step[], string]>([
  ['by the Builder it is not checked', [attached], 'open at fee1600d, stated by the Builder 06:40Z, not checked'],
  [
    'by the Adversary it is',
    [attached, fixMoved(1, {}, { ...theAdversary, at: '06:58' })],
    'open at fee1600d, checked by the Adversary 06:58Z',
  ],
  [
    'by the Operator it is',
    [attached, fixMoved(1, { state: 'merged' }, { ...theOperator, at: '07:30' })],
    'merged at fee1600d, checked by the Operator 07:30Z',
  ],
  [
    'by the Builder after a check it is not checked again',
    [
      attached,
      fixMoved(1, {}, { ...theAdversary, at: '06:58' }),
      fixMoved(1, { head: NEXT_HEAD }, { ...theBuilder, at: '07:00' }),
    ],
    'open at decade00, stated by the Builder 07:00Z, not checked',
  ],
  [
    'by Gatehouse it is',
    [
      attached,
      (facts) => ({
        ...facts,
        fixes: facts.fixes.map((fix) => ({ ...fix, said: { ...fix.said, person: 'gatehouse', role: 'system' } })),
      }),
    ],
    'open at fee1600d, checked by Gatehouse 06:40Z',
  ],
])('where it stands, said %s', (_, steps, words) => {
  expect(describeFixState(fixAfter(...steps), moment('08:00'))).toBe(words)
})

test('what was said on another day comes with its day', () => {
  const nextDay = new Date('2026-06-19T08:00:00Z')
  expect(describeFixState(fixAfter(attached), nextDay)).toContain('stated by the Builder 18 June, 06:40Z')
})
