import { describe, expect, test } from 'vitest'
import { aRun } from '#lib/testing/a-run.ts'
import { aSupervisedRun, aSupervision } from '#lib/testing/a-supervised-run.ts'
import { fixAttached, fixMoved, HEAD, NEXT_HEAD, runOfFix } from '#lib/testing/fix-steps.ts'
import { recordOf, type Step } from '#lib/testing/record-of.ts'
import { leftOut, observation, run, theAdversary } from '#lib/testing/steps.ts'
import {
  isSameCommit,
  runsAtEarlierHeads,
  runsAtHead,
  runsBeforeFix,
  standingFixes,
  testsCommit,
  withoutRunsOfFixes,
} from './at-head.ts'
import type { FixKind } from './words.ts'

const LONG = 'a1b2c3d4e5f60718293a4b5c6d7e8f9001122334'

describe('two commits are the same', () => {
  test.each<[string, string | null, string | null, boolean]>([
    ['when they are equal', LONG, LONG, true],
    ['when one is the beginning of the other', LONG.slice(0, 12), LONG, true],
    ['whichever is stated shorter', LONG, LONG.slice(0, 12), true],
    ['when the shorter has seven digits', LONG.slice(0, 7), LONG, true],
    ['not when it has six: that names too many', LONG.slice(0, 6), LONG, false],
    ['not when both are cut to six', LONG.slice(0, 6), LONG.slice(0, 6), false],
    ['not when the last digit differs', `${LONG.slice(0, 11)}0`, LONG, false],
    ['not when one is in the middle of the other', LONG.slice(1, 12), LONG, false],
    ['not when nobody stated one', null, LONG, false],
    ['not when nobody stated either', null, null, false],
  ])('%s', (_, one, other, same) => {
    expect(isSameCommit(one, other)).toBe(same)
  })
})

describe('a run tests a fix', () => {
  const at = { commit: HEAD, clean: true }
  const ranHereAt = aSupervisedRun()
  test.each<[string, FixKind, Parameters<typeof aRun>[0], boolean]>([
    ['a recipe’s, in the recipe’s checkout', 'recipe-pr', { recipeCheckout: at }, true],
    ['a recipe’s, not in the harness’s', 'recipe-pr', { harnessCheckout: at }, false],
    ['the harness’s, in its checkout', 'harness-change', { harnessCheckout: at }, true],
    ['the harness’s, in that of its tests', 'harness-change', { testCheckout: at }, true],
    ['the harness’s, not in the recipe’s', 'harness-change', { recipeCheckout: at }, false],
    ['a stabilisation, in any: the recipe’s', 'stabilisation', { recipeCheckout: at }, true],
    ['a stabilisation, in any: the tests’', 'stabilisation', { testCheckout: at }, true],
    ['not at another commit', 'stabilisation', {}, false],
    [
      'a harness ref, run here: of its tests nothing is known',
      'harness-change',
      { ...ranHereAt, harnessCheckout: at },
      true,
    ],
    [
      'not a harness change where only the recipe was at it',
      'harness-change',
      { ...ranHereAt, recipeCheckout: at },
      false,
    ],
    [
      'where the run states a longer commit',
      'recipe-pr',
      { recipeCheckout: { commit: `${HEAD}99`, clean: null } },
      true,
    ],
  ])('%s', (_, kind, checkout, tests) => {
    expect(testsCommit(aRun(checkout), { kind, head: HEAD })).toBe(tests)
  })
})

const fixed: Step[] = [run('mumble'), observation('mumble'), fixAttached('mumble'), runOfFix('mumble')]
const moved: Step[] = [...fixed, fixMoved(1, { head: NEXT_HEAD }), runOfFix('mumble', {}, theAdversary)]

/** The recipe at the fix's commit, as Gatehouse ran it. */
const ranHere = (seen: Parameters<typeof aSupervision>[0], pullRequest: number | null = null) =>
  run('mumble', { recipeCheckout: { commit: HEAD, clean: true }, pullRequest, supervised: aSupervision(seen) })

function sortedAfter(...steps: Step[]) {
  const facts = recordOf(...steps)
  const fix = facts.fixes[0]
  if (!fix) throw new Error('There is no fix.')
  const refs = (evidence: { ref: string }[]) => evidence.map(({ ref }) => ref)
  return {
    atHead: refs(runsAtHead(facts, fix)),
    earlier: refs(runsAtEarlierHeads(facts, fix)),
    before: refs(runsBeforeFix(facts, 'mumble')),
    ofCause: refs(withoutRunsOfFixes(facts)),
  }
}

describe('the runs of a failure are told apart by the commit they ran', () => {
  test.each<[string, Step[], ReturnType<typeof sortedAfter>]>([
    [
      'from before the fix, and at its head',
      fixed,
      { atHead: ['#2'], earlier: [], before: ['#1'], ofCause: ['#1', 'obs-1'] },
    ],
    [
      'once it moved, older ones stay visible and no longer count',
      moved,
      { atHead: ['#3'], earlier: ['#2'], before: ['#1'], ofCause: ['#1', 'obs-1'] },
    ],
    [
      'what was left out is no run at the head, nor one from before',
      [...fixed, leftOut('#1'), leftOut('#2')],
      { atHead: [], earlier: [], before: [], ofCause: ['#1', 'obs-1'] },
    ],
    [
      'a run that was attached after the fix and ran without it is one from before',
      [...fixed, run('mumble')],
      { atHead: ['#2'], earlier: [], before: ['#1', '#3'], ofCause: ['#1', 'obs-1', '#3'] },
    ],
    [
      'a run that Gatehouse started before the fix stood there is none of it, though it ended later',
      [...fixed, ranHere({ begunSeq: 3 })],
      { atHead: ['#2', '#3'], earlier: [], before: ['#1', '#3'], ofCause: ['#1', 'obs-1', '#3'] },
    ],
    [
      'one that it started since is',
      [...fixed, ranHere({ begunSeq: 5 })],
      { atHead: ['#2', '#3'], earlier: [], before: ['#1'], ofCause: ['#1', 'obs-1'] },
    ],
    [
      'so is one of its pull request, whenever it started',
      [...fixed, ranHere({ begunSeq: 3 }, 4)],
      { atHead: ['#2', '#3'], earlier: [], before: ['#1'], ofCause: ['#1', 'obs-1'] },
    ],
    [
      'a run of another failure at this commit is not its own',
      [...fixed, run('gitea', { recipeCheckout: { commit: HEAD, clean: true } })],
      { atHead: ['#2'], earlier: [], before: ['#1'], ofCause: ['#1', 'obs-1', '#3'] },
    ],
    [
      'what ran with a fix that was closed since is none from before it',
      [...fixed, fixMoved(1, { state: 'closed' })],
      { atHead: ['#2'], earlier: [], before: ['#1'], ofCause: ['#1', 'obs-1'] },
    ],
  ])('%s', (_, steps, sorted) => {
    expect(sortedAfter(...steps)).toEqual(sorted)
  })
})

test('a fix that was closed is given up; a merged one stands', () => {
  const facts = recordOf(
    fixAttached('mumble', { state: 'closed' }),
    fixAttached('mumble', { state: 'merged' }),
    fixAttached('mumble'),
    fixAttached('gitea'),
  )
  expect(standingFixes(facts, 'mumble').map(({ fix }) => fix)).toEqual([2, 3])
})
