import { describe, expect, test } from 'vitest'
import type { AttachedRun } from '#lib/runs/attached-run.ts'
import { tiersOf } from '#lib/testing/a-run.ts'
import { answerOf } from '#lib/testing/decide.ts'
import { fixAttached, fixMoved, NEXT_HEAD, runOfFix } from '#lib/testing/fix-steps.ts'
import { declaredDone, vetoed } from '#lib/testing/phase-steps.ts'
import type { Step } from '#lib/testing/record-of.ts'
import { leftOut, run, theAdversary, theOperator } from '#lib/testing/steps.ts'
import type { Answer } from '../answer.ts'
import type { RequirementId } from '../requirements.ts'

type Row = [words: string, steps: Step[], kind: Answer['kind'], because: string, evidence?: string[]]
const answers = (id: RequirementId, about: string, rows: Row[]) =>
  describe(`${id}: ${about}`, () => {
    test.each(rows)('%s', (_, steps, kind, because, evidence = []) => {
      expect(answerOf(id, steps, 'M2')).toEqual({ kind, because, evidence })
    })
  })

const NO_FIX = 'no fix yet, and no failure is waved through'
const attached = fixAttached('mumble')
const checked = fixMoved(1, {}, { ...theAdversary, at: '01:00' })
const merged = fixMoved(1, { state: 'merged' }, { ...theOperator, at: '01:10' })
const MERGED = 'the recipe pull request #4 of recipes/mumble was merged while the phase runs'

answers('fix-attached', 'open, and merged by nobody while the phase runs', [
  ['missing while there is none', [], 'missing', NO_FIX],
  ['missing while only another failure has one', [fixAttached('gitea')], 'missing', NO_FIX],
  [
    'weak while only the Builder says that it is open',
    [attached],
    'weak',
    'recipe pull request #4 of recipes/mumble, open at fee1600d, stated by the Builder 00:02Z, not checked',
  ],
  [
    'passed once somebody else has looked',
    [attached, checked],
    'passed',
    'recipe pull request #4 of recipes/mumble, open at fee1600d, checked by the Adversary 01:00Z',
  ],
  [
    'weak again when the Builder moves it',
    [attached, checked, fixMoved(1, { head: NEXT_HEAD })],
    'weak',
    'recipe pull request #4 of recipes/mumble, open at decade00, stated by the Builder 00:04Z, not checked',
  ],
  [
    'failed when it was closed',
    [attached, fixMoved(1, { state: 'closed' })],
    'failed',
    'the recipe pull request #4 of recipes/mumble was closed',
  ],
  ['failed when it was merged before DONE', [attached, merged], 'failed', MERGED],
  [
    'failed when it was merged already as it was attached',
    [fixAttached('mumble', { state: 'merged' })],
    'failed',
    MERGED,
  ],
  [
    'passed when it was merged after DONE',
    [attached, declaredDone(), merged],
    'passed',
    'recipe pull request #4 of recipes/mumble, merged at fee1600d, checked by the Operator 01:10Z',
  ],
  [
    'failed when it was merged after DONE had been opened again',
    [attached, declaredDone(), vetoed(null), merged],
    'failed',
    MERGED,
  ],
  [
    'of two, the worse one answers',
    [attached, checked, fixAttached('mumble', { pullRequest: 5, head: NEXT_HEAD, state: 'merged' })],
    'failed',
    'the recipe pull request #5 of recipes/mumble was merged while the phase runs',
  ],
  [
    'of two, one that was given up does not count',
    [attached, checked, fixAttached('mumble', { pullRequest: 5, state: 'closed' })],
    'passed',
    'recipe pull request #4 of recipes/mumble, open at fee1600d, checked by the Adversary 01:00Z',
  ],
])

const NOT_RUN = 'no run at its head fee1600d yet'
const BY_TESTME = 'by its route: !testme on the pull request'
const verified = (different: Partial<AttachedRun> = {}) => runOfFix('mumble', different)
answers('fix-verified', '!testme on the pull request', [
  ['missing while there is no fix', [run('mumble')], 'missing', NO_FIX],
  ['missing while it has not run', [attached], 'missing', NOT_RUN],
  ['a run without it does not count', [run('mumble', { conclusion: 'green' }), attached], 'missing', NOT_RUN],
  ['passed with one green at its head', [attached, verified()], 'passed', '1 green run at its head fee1600d', ['#1']],
  [
    'the Adversary’s counts as well',
    [attached, runOfFix('mumble', {}, theAdversary)],
    'passed',
    '1 green run at its head fee1600d',
    ['#1'],
  ],
  [
    'passed where the run states the whole commit',
    [attached, verified({ recipeCheckout: { commit: 'fee1600d99', clean: true } })],
    'passed',
    '1 green run at its head fee1600d',
    ['#1'],
  ],
  [
    'missing where the run states only six digits of it',
    [attached, verified({ recipeCheckout: { commit: 'fee160', clean: true } })],
    'missing',
    NOT_RUN,
  ],
  [
    'failed with one red at its head',
    [attached, verified(), verified({ conclusion: 'red', tiers: tiersOf({ install: 'fail' }) })],
    'failed',
    'red at install at its head fee1600d',
    ['#2'],
  ],
  [
    'a red that was left out does not count',
    [attached, verified(), verified({ conclusion: 'red' }), leftOut('#2')],
    'passed',
    '1 green run at its head fee1600d',
    ['#1'],
  ],
  ['a green that was left out does not count', [attached, verified(), leftOut('#1')], 'missing', NOT_RUN],
  [
    'a run at an earlier head stays visible and no longer counts',
    [attached, verified(), fixMoved(1, { head: NEXT_HEAD })],
    'missing',
    'no run at its head decade00 yet; 1 run at an earlier head no longer counts',
    ['#1'],
  ],
  [
    'a red at an earlier head no longer counts either',
    [attached, verified({ conclusion: 'red' }), fixMoved(1, { head: NEXT_HEAD }), verified()],
    'passed',
    '1 green run at its head decade00',
    ['#2'],
  ],
  [
    'errored when no run ended with a result',
    [attached, verified({ conclusion: 'unver' }), verified({ conclusion: 'lost' })],
    'errored',
    'no run at its head fee1600d ended with a result',
    ['#1', '#2'],
  ],
  [
    'incomplete when it was not run on a pull request',
    [attached, verified({ pullRequest: null })],
    'incomplete',
    `0 of 1 green at its head fee1600d ${BY_TESTME}`,
    ['#1'],
  ],
  [
    'incomplete when it was run on another one',
    [attached, verified({ pullRequest: 5 })],
    'incomplete',
    `0 of 1 green at its head fee1600d ${BY_TESTME}`,
    ['#1'],
  ],
  ...(['recipeCheckout', 'testCheckout', 'harnessCheckout'] as const).map(
    (which): Row => [
      `incomplete when there were local changes: ${which}`,
      [attached, verified({ [which]: { commit: which === 'recipeCheckout' ? 'fee1600d' : '0123abcd', clean: false } })],
      'incomplete',
      `0 of 1 green at its head fee1600d ${BY_TESTME}`,
      ['#1'],
    ],
  ),
  [
    'incomplete by the harness’s short mode',
    [attached, verified({ deployment: 'quick' })],
    'incomplete',
    `0 of 1 green at its head fee1600d ${BY_TESTME}`,
    ['#1'],
  ],
  ['a promote run answers another requirement', [attached, verified({ condition: 'promote' })], 'missing', NOT_RUN],
  [
    'each of two fixes has to hold',
    [attached, verified(), fixAttached('mumble', { pullRequest: 5, head: NEXT_HEAD })],
    'missing',
    'no run at its head decade00 yet',
  ],
])

const ofHarness = fixAttached('mumble', { kind: 'harness-change', route: 'harness', pullRequest: null })
const BY_HARNESS = 'by its route: the harness, in a worktree of its own'
answers('fix-verified', 'the harness, in a worktree of its own', [
  [
    'passed with one green of the harness at its head',
    [ofHarness, verified()],
    'passed',
    '1 green run at its head fee1600d',
    ['#1'],
  ],
  [
    'missing while only the recipe ran at that commit',
    [ofHarness, run('mumble', { recipeCheckout: { commit: 'fee1600d', clean: true } })],
    'missing',
    NOT_RUN,
  ],
  [
    'incomplete when nobody said that its checkout was clean',
    [ofHarness, verified({ harnessCheckout: { commit: 'fee1600d', clean: null } })],
    'incomplete',
    `0 of 1 green at its head fee1600d ${BY_HARNESS}`,
    ['#1'],
  ],
  [
    'passed where its tests are what changed',
    [
      ofHarness,
      verified({
        harnessCheckout: { commit: '0123abcd', clean: true },
        testCheckout: { commit: 'fee1600d', clean: true },
      }),
    ],
    'passed',
    '1 green run at its head fee1600d',
    ['#1'],
  ],
])

const steady = fixAttached('mumble', { kind: 'stabilisation', route: 'load', pullRequest: null })
const BY_LOAD = 'by its route: green under load'
answers('fix-verified', 'green under load', [
  [
    'incomplete with two greens',
    [steady, verified(), verified()],
    'incomplete',
    `2 of 3 green at its head fee1600d ${BY_LOAD}`,
    ['#1', '#2'],
  ],
  [
    'passed with three',
    [steady, verified(), verified(), verified()],
    'passed',
    '3 green runs at its head fee1600d',
    ['#1', '#2', '#3'],
  ],
  [
    'a green alone does not show it',
    [steady, verified(), verified(), verified({ condition: 'alone' })],
    'incomplete',
    `2 of 3 green at its head fee1600d ${BY_LOAD}`,
    ['#1', '#2', '#3'],
  ],
  [
    'one red under load fails it, whatever the count',
    [steady, verified(), verified(), verified(), verified({ conclusion: 'red' })],
    'failed',
    'red at no known stage at its head fee1600d',
    ['#4'],
  ],
])

const promoting = fixAttached('mumble', { promotion: 'promotes', promotionReason: '' })
const promote = { condition: 'promote', deployment: 'warm' } as const
const NOT_PROMOTED = 'no promote run at its head fee1600d yet'
answers('promotes', 'the warm advance works again', [
  ['missing while there is no fix', [], 'missing', NO_FIX],
  ['missing while nothing was promoted at its head', [promoting], 'missing', NOT_PROMOTED],
  ['a green cold run does not show it', [promoting, verified()], 'missing', NOT_PROMOTED],
  [
    'passed with a green promote run at its head',
    [promoting, verified(promote)],
    'passed',
    'promotes at its head fee1600d',
    ['#1'],
  ],
  [
    'failed with a red one',
    [promoting, verified(promote), verified({ ...promote, conclusion: 'red' })],
    'failed',
    'the warm advance is red at its head fee1600d',
    ['#2'],
  ],
  [
    'errored when none ended with a result',
    [promoting, verified({ ...promote, conclusion: 'unver' })],
    'errored',
    'no promote run at its head fee1600d shows it, from clean checkouts',
    ['#1'],
  ],
  [
    'errored when the checkout had local changes',
    [promoting, verified({ ...promote, recipeCheckout: { commit: 'fee1600d', clean: false } })],
    'errored',
    'no promote run at its head fee1600d shows it, from clean checkouts',
    ['#1'],
  ],
  [
    'one at an earlier head does not count',
    [promoting, verified(promote), fixMoved(1, { head: NEXT_HEAD })],
    'missing',
    'no promote run at its head decade00 yet',
  ],
  ['one that was left out does not count', [promoting, verified(promote), leftOut('#1')], 'missing', NOT_PROMOTED],
])

const PASSES = 'passes; nothing is promoted: It has no warm name.'
answers('promotes', 'or passes where nothing is promoted', [
  [
    'missing while it is not green at its head',
    [attached],
    'missing',
    'nothing is promoted, and no green run at its head fee1600d yet',
  ],
  [
    'a red shows nothing',
    [attached, verified({ conclusion: 'red' })],
    'missing',
    'nothing is promoted, and no green run at its head fee1600d yet',
  ],
  [
    'weak while only the Builder says so',
    [attached, verified()],
    'weak',
    `${PASSES} (stated by the Builder, not checked)`,
    ['#1'],
  ],
  ['passed once somebody else has looked', [attached, verified(), checked], 'passed', PASSES, ['#1']],
  [
    'a promote run on record says that something is promoted',
    [run('mumble', { ...promote, conclusion: 'red' }), attached, checked, verified()],
    'missing',
    NOT_PROMOTED,
  ],
  [
    'one that was left out says nothing',
    [run('mumble', promote), leftOut('#1'), attached, checked, verified()],
    'passed',
    PASSES,
    ['#2'],
  ],
  [
    'one of another failure says nothing',
    [run('gitea', promote), attached, checked, verified()],
    'passed',
    PASSES,
    ['#2'],
  ],
])
