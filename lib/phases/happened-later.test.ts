import { expect, test } from 'vitest'
import { doneRedfix } from '#lib/testing/claimed-phases.ts'
import { fixMoved } from '#lib/testing/fix-steps.ts'
import { LIFETIME_MS, moment, recordOf, type Step } from '#lib/testing/record-of.ts'
import { leftOut, theOperator } from '#lib/testing/steps.ts'
import { listHappenedLater } from './happened-later.ts'

function laterAfter(steps: Step[], now: Date): string[] {
  const facts = recordOf(...steps)
  const [done] = facts.dones
  if (!done) throw new Error('DONE was not declared.')
  return listHappenedLater(facts, done, now)
}
const merged = fixMoved(1, { state: 'merged' }, { ...theOperator, at: '07:30' })

test.each<[string, Step[], Date, string[]]>([
  ['nothing, while every PASS is fresh', doneRedfix, moment('02:00'), []],
  ['nothing one millisecond before the first PASS lapses', doneRedfix, moment('01:18', LIFETIME_MS - 1), []],
  ['a PASS that lapses, at that moment', doneRedfix, moment('01:18', LIFETIME_MS), ['M1’s PASS lapsed 01:18Z']],
  [
    'both, when both are too old',
    doneRedfix,
    moment('03:00', LIFETIME_MS),
    ['M1’s PASS lapsed 01:18Z', 'M2’s PASS lapsed 01:50Z'],
  ],
  [
    'a fix that was merged',
    [...doneRedfix, merged],
    moment('08:00'),
    ['recipe pull request #4 of recipes/mumble for mumble was merged, said 07:30Z'],
  ],
  [
    'a PASS that rests on what was left out since',
    [...doneRedfix, leftOut('#1')],
    moment('02:00'),
    ['M1’s PASS lapsed 00:24Z'],
  ],
])('what happened after DONE: %s', (_, steps, now, lines) => {
  expect(laterAfter(steps, now)).toEqual(lines)
})
