import { expect, test } from 'vitest'
import type { AttachedRun } from '#lib/runs/attached-run.ts'
import { aRun } from '#lib/testing/a-run.ts'
import { aSupervisedRun } from '#lib/testing/a-supervised-run.ts'
import { leftOutByRule } from './left-out-by-rule.ts'

const ODD = { suspicions: ['A disk is 85 % full.'], overlap: [], left: [] }

test.each<[string, AttachedRun, string | null]>([
  ['was attached: nobody saw it', aRun(), null],
  ['had the node to itself', aSupervisedRun(), null],
  ['was odd before and not more', aSupervisedRun({}, ODD), null],
  ['was red, or lost', aSupervisedRun({ conclusion: 'lost' }, { after: null }), null],
  [
    'was not alone',
    aSupervisedRun({ conclusion: 'green' }, { contaminated: ['The stack of another deploy was there.'] }),
    'Contaminated: The stack of another deploy was there.',
  ],
  [
    'was not alone in more than one way',
    aSupervisedRun({}, { contaminated: ['The load was 12 on 4 cores.', 'Its volumes stayed behind.'] }),
    'Contaminated: The load was 12 on 4 cores. Its volumes stayed behind.',
  ],
])('a run that %s', (_, run, reason) => {
  expect(leftOutByRule(run)).toBe(reason)
})
