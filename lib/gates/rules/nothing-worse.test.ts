import { describe, expect, test } from 'vitest'
import type { AttachedRun } from '#lib/runs/attached-run.ts'
import type { Tier, TierStatus } from '#lib/runs/tiers.ts'
import { tiersOf } from '#lib/testing/a-run.ts'
import { answerOf } from '#lib/testing/decide.ts'
import { fixAttached, fixMoved, NEXT_HEAD, runOfFix } from '#lib/testing/fix-steps.ts'
import type { Step } from '#lib/testing/record-of.ts'
import { leftOut, run } from '#lib/testing/steps.ts'
import type { Answer } from '../answer.ts'

type Row = [words: string, steps: Step[], kind: Answer['kind'], because: string]
const about = (what: string, rows: Row[]) =>
  describe(`nothing worse than before the fix: ${what}`, () => {
    test.each(rows)('%s', (_, steps, kind, because) => {
      expect(answerOf('nothing-worse', steps, 'M2')).toMatchObject({ kind, because })
    })
  })

type Stages = { [name: string]: TierStatus }
const attached = fixAttached('mumble')
const before = (stages: Stages, different: Partial<AttachedRun> = {}) =>
  run('mumble', { conclusion: 'red', tiers: tiersOf(stages), ...different })
const atHead = (stages: Stages, different: Partial<AttachedRun> = {}) =>
  runOfFix('mumble', { tiers: tiersOf(stages), ...different })

about('stage by stage', [
  [
    'missing while there is no fix',
    [before({ install: 'pass' })],
    'missing',
    'no fix yet, so there is nothing to compare',
  ],
  [
    'missing while it has not run',
    [before({ install: 'pass' }), attached],
    'missing',
    'no run at the head yet that could be compared',
  ],
  [
    'weak with nothing from before to compare with',
    [attached, atHead({ install: 'pass' })],
    'weak',
    'no run from before the fix to compare with',
  ],
  [
    'passed when what passed before passes, and the rest is better',
    [
      before({ install: 'pass', backup: 'pass', custom: 'fail' }),
      attached,
      atHead({ install: 'pass', backup: 'pass', custom: 'pass' }),
    ],
    'passed',
    '2 stages that passed before, no worse at this head',
  ],
  [
    'passed when a stage that failed before fails still: that is no worse',
    [
      before({ install: 'pass', custom: 'fail' }),
      attached,
      atHead({ install: 'pass', custom: 'fail' }, { conclusion: 'red' }),
    ],
    'passed',
    '1 stage that passed before, no worse at this head',
  ],
  ...(
    [
      ['fail', 'fails'],
      ['skip', 'is skipped'],
      ['unver', 'did not run'],
    ] as const
  ).map(
    ([status, words]): Row => [
      `failed when a stage that passed ${words}`,
      [
        before({ install: 'pass', backup: 'pass' }),
        attached,
        atHead({ install: 'pass', backup: status }, { conclusion: 'red' }),
      ],
      'failed',
      `backup passed before, ${words} at this head`,
    ],
  ),
  [
    'names each stage that is worse',
    [
      before({ install: 'pass', backup: 'pass' }),
      attached,
      atHead({ install: 'fail', backup: 'skip' }, { conclusion: 'red' }),
    ],
    'failed',
    'install passed before, fails at this head; backup passed before, is skipped at this head',
  ],
  [
    'what passed in any run before has to pass in every run at the head',
    [
      before({ custom: 'fail' }),
      before({ custom: 'pass' }),
      attached,
      atHead({ custom: 'pass' }),
      atHead({ custom: 'fail' }, { conclusion: 'red' }),
    ],
    'failed',
    'custom passed before, fails at this head',
  ],
  [
    'incomplete when a stage that passed before was not shown',
    [before({ install: 'pass', backup: 'pass' }), attached, atHead({ install: 'pass' })],
    'incomplete',
    'not shown at this head: backup',
  ],
  [
    'one further run that shows it is enough',
    [before({ install: 'pass', backup: 'pass' }), attached, atHead({ install: 'pass' }), atHead({ backup: 'pass' })],
    'passed',
    '2 stages that passed before, no worse at this head',
  ],
  [
    'a run with local changes, or in the short mode, shows nothing to be no worse',
    [
      before({ install: 'pass', backup: 'pass' }),
      attached,
      atHead({ install: 'pass' }),
      atHead({ backup: 'pass' }, { deployment: 'quick' }),
    ],
    'incomplete',
    'not shown at this head: backup',
  ],
  [
    'but it shows that something is worse',
    [
      before({ install: 'pass' }),
      attached,
      atHead({ install: 'pass' }),
      atHead({ install: 'fail' }, { deployment: 'quick', conclusion: 'red' }),
    ],
    'failed',
    'install passed before, fails at this head',
  ],
  [
    'of two fixes each is compared by its own runs',
    [
      before({ install: 'pass', backup: 'pass' }),
      attached,
      atHead({ install: 'pass', backup: 'pass' }),
      fixAttached('mumble', { head: NEXT_HEAD, pullRequest: 5 }),
      atHead({ install: 'pass' }),
    ],
    'incomplete',
    'not shown at this head: backup',
  ],
  [
    'a fix that is named later at the commit of what ran before takes nothing away',
    [
      before({ install: 'pass' }),
      attached,
      atHead({ install: 'fail' }, { conclusion: 'red' }),
      fixAttached('mumble', { kind: 'harness-change', head: '0123abcd', pullRequest: null, state: 'closed' }),
    ],
    'failed',
    'install passed before, fails at this head',
  ],
  [
    'a run at an earlier head is compared by nobody',
    [
      before({ install: 'pass' }),
      attached,
      atHead({ install: 'fail' }, { conclusion: 'red' }),
      fixMoved(1, { head: NEXT_HEAD }),
      atHead({ install: 'pass' }),
    ],
    'passed',
    '1 stage that passed before, no worse at this head',
  ],
  [
    'a run that was left out is compared by nobody',
    [
      before({ install: 'pass' }),
      attached,
      atHead({ install: 'fail' }, { conclusion: 'red' }),
      leftOut('#2'),
      atHead({ install: 'pass' }),
    ],
    'passed',
    '1 stage that passed before, no worse at this head',
  ],
  [
    'a green run under load at the head shows its stages like any other',
    [before({ install: 'pass' }), attached, atHead({ install: 'pass' }, { condition: 'load' })],
    'passed',
    '1 stage that passed before, no worse at this head',
  ],
  [
    'a red run under load at the head is compared by nobody: it may be red by design',
    [before({ install: 'pass' }), attached, atHead({ install: 'fail' }, { conclusion: 'red', condition: 'load' })],
    'missing',
    'no run at the head yet that could be compared',
  ],
  [
    'nor a red one under load from before',
    [
      before({ install: 'pass' }, { condition: 'load', conclusion: 'red' }),
      attached,
      atHead({ install: 'fail' }, { conclusion: 'red' }),
    ],
    'weak',
    'no run from before the fix to compare with',
  ],
  [
    'a run that ended without a result shows nothing',
    [before({ install: 'pass' }), attached, atHead({ install: 'pass' }, { conclusion: 'lost' })],
    'missing',
    'no run at the head yet that could be compared',
  ],
  [
    'nor does one that recorded no stage',
    [before({ install: 'pass' }), attached, atHead({})],
    'missing',
    'no run at the head yet that could be compared',
  ],
  [
    'a run of another failure is not compared',
    [run('gitea', { tiers: tiersOf({ install: 'pass' }) }), attached, atHead({ install: 'pass' })],
    'weak',
    'no run from before the fix to compare with',
  ],
])

const promote = { condition: 'promote', deployment: 'warm' } as const
about('promote runs are compared only with promote runs', [
  [
    'a stage that passed cold and fails when promoted is not worse',
    [
      before({ upgrade: 'pass' }),
      attached,
      atHead({ upgrade: 'pass' }),
      atHead({ upgrade: 'fail' }, { ...promote, conclusion: 'red' }),
    ],
    'passed',
    '1 stage that passed before, no worse at this head',
  ],
  [
    'a stage of the advance that passed before and fails now is',
    [
      before({ upgrade: 'pass' }, promote),
      attached,
      atHead({ upgrade: 'pass' }),
      atHead({ upgrade: 'fail' }, { ...promote, conclusion: 'red' }),
    ],
    'failed',
    'promote: upgrade passed before, fails at this head',
  ],
  [
    'whether it promotes at all is asked by another requirement',
    [before({ install: 'pass' }), before({ upgrade: 'pass' }, promote), attached, atHead({ install: 'pass' })],
    'passed',
    '1 stage that passed before, no worse at this head',
  ],
  [
    'a promote run alone does not show the cold stages',
    [before({ install: 'pass' }), attached, atHead({ upgrade: 'pass' }, promote)],
    'incomplete',
    'not shown at this head: install',
  ],
])

const linted = (status: TierStatus, ...broken: string[]): Tier[] => [
  { name: 'lint', status, tests: broken.map((name) => ({ name, status: 'fail', ms: null })) },
  ...tiersOf({ install: 'pass' }),
]
const lintBefore = (...tiers: Parameters<typeof linted>) => before({}, { tiers: linted(...tiers) })
const lintAtHead = (...tiers: Parameters<typeof linted>) => atHead({}, { tiers: linted(...tiers) })
const FINE = '1 stage that passed before, no worse at this head'

about('lint rule by lint rule', [
  [
    'R011 passed before and fails at the head: redfix’s one FAIL',
    [lintBefore('pass'), attached, lintAtHead('fail', 'R011')],
    'failed',
    'R011 passed before, fails at this head',
  ],
  [
    'R011 passed before beside another one that failed',
    [lintBefore('fail', 'R014'), attached, lintAtHead('fail', 'R011', 'R014')],
    'failed',
    'R011 passed before, fails at this head',
  ],
  [
    'a rule that failed before and fails still is no worse',
    [lintBefore('fail', 'R014'), attached, lintAtHead('fail', 'R014')],
    'passed',
    FINE,
  ],
  [
    'a rule that failed before and passes now is better',
    [lintBefore('fail', 'R014'), attached, lintAtHead('pass')],
    'passed',
    FINE,
  ],
  [
    'names each rule that is worse',
    [lintBefore('pass'), attached, lintAtHead('fail', 'R011', 'R014')],
    'failed',
    'R011 passed before, fails at this head; R014 passed before, fails at this head',
  ],
  [
    'lint is neutral to the verdict of a run, and not here',
    [lintBefore('pass'), attached, lintAtHead('fail')],
    'failed',
    'lint passed before, fails at this head',
  ],
  [
    'incomplete when lint was not shown at the head',
    [lintBefore('pass'), attached, atHead({ install: 'pass' })],
    'incomplete',
    'not shown at this head: lint',
  ],
  [
    'a lint that was skipped is not shown',
    [lintBefore('pass'), attached, lintAtHead('skip')],
    'incomplete',
    'not shown at this head: lint',
  ],
  [
    'nor is one that did not run',
    [lintBefore('pass'), attached, lintAtHead('unver')],
    'incomplete',
    'not shown at this head: lint',
  ],
  [
    'incomplete when it fails, by rules before and by none now',
    [lintBefore('fail', 'R014'), attached, lintAtHead('fail')],
    'incomplete',
    'not shown at this head: lint',
  ],
  [
    'where nobody linted before, nothing is known to be worse',
    [before({ install: 'pass' }), attached, lintAtHead('fail', 'R011')],
    'passed',
    FINE,
  ],
  [
    'nor where lint failed before and named no rule',
    [lintBefore('fail'), attached, lintAtHead('fail', 'R011')],
    'passed',
    FINE,
  ],
  [
    'one run at the head that breaks it is enough',
    [lintBefore('pass'), attached, lintAtHead('pass'), lintAtHead('fail', 'R011')],
    'failed',
    'R011 passed before, fails at this head',
  ],
])

test('names the runs of both sides', () => {
  const steps = [before({ install: 'pass' }), attached, atHead({ install: 'pass' })]
  expect(answerOf('nothing-worse', steps, 'M2').evidence).toEqual(['#1', '#2'])
})
