import { expect, test } from 'vitest'
import { titleOf } from './title-of.ts'

const LONG = 'investigate and explain every single failure of the canonical sweep of last week in full'

test.each([
  ['the file’s own title', 'Six failures', 'investigate all', 'Six failures'],
  [
    'the first words of the mission',
    null,
    'investigate every canon-sweep failure (discourse, mumble), isolate',
    'investigate every canon-sweep failure',
  ],
  ['its words without marks', null, '**Fix** the `sweep`. Then rest.', 'Fix the sweep'],
  ['the words before an arrow', null, 'isolate → fix', 'isolate'],
  ['as much as fits', null, LONG, 'investigate and explain every single failure of the canonical sweep of last…'],
  ['half a word that never ends', null, 'x'.repeat(200), `${'x'.repeat(40)}…`],
  ['the name of the phase, without a mission', null, null, 'redfix'],
  ['the name of the phase, where the mission begins with nothing', null, '(all of them)', 'redfix'],
])('a phase is titled by %s', (_, title, mission, expected) => {
  expect(titleOf({ title, mission, phaseId: 'redfix' })).toBe(expected)
})
