import { expect, test } from 'vitest'
import { aRun, tiersOf } from '#lib/testing/a-run.ts'
import { compareWithExpected, wordAsClaimed } from './as-claimed.ts'
import type { Expected } from './claim-part.ts'

const EXPECTED: Expected[] = [
  {
    condition: 'alone',
    tiers: [
      { name: 'install', status: 'pass' },
      { name: 'upgrade', status: 'fail' },
    ],
  },
  { condition: 'load', tiers: [] },
]

test.each([
  [{ install: 'pass', upgrade: 'fail' }, 'as claimed: 2 of 2 stages'],
  [{ install: 'pass', upgrade: 'fail', custom: 'pass' }, 'as claimed: 2 of 2 stages'],
  [{ install: 'pass', upgrade: 'pass' }, 'not as claimed: 1 of 2 stages; upgrade pass, claimed fail'],
  [{ upgrade: 'fail' }, 'not as claimed: 1 of 2 stages; install not shown, claimed pass'],
  [{}, 'not as claimed: 0 of 2 stages; install not shown, claimed pass; upgrade not shown, claimed fail'],
] as const)('a run that showed %o reads “%s”', (tiers, words) => {
  const compared = compareWithExpected(aRun({ tiers: tiersOf(tiers) }), EXPECTED)
  expect(compared && wordAsClaimed(compared)).toBe(words)
})

test.each(['load', 'sweep', 'promote'] as const)(
  'of a run %s the claim says nothing, so nothing is compared',
  (condition) => {
    expect(compareWithExpected(aRun({ condition }), EXPECTED)).toBeNull()
  },
)
