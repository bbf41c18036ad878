import { describe, expect, test } from 'vitest'
import { fixAttached, fixMoved, HEAD, NEXT_HEAD, runOfFix } from '#lib/testing/fix-steps.ts'
import { recordOf, type Step } from '#lib/testing/record-of.ts'
import {
  anotherAdversary,
  claimed,
  classified,
  leftOut,
  observation,
  reading,
  run,
  theAdversary,
  theBuilder,
  withdrawn,
} from '#lib/testing/steps.ts'
import { findOwnChecks } from './own-checks.ts'

/** The own checks of Ada on mumble at M1. */
const checksAfter = (...steps: Step[]) =>
  findOwnChecks(recordOf(...steps), 'M1', 'mumble', theAdversary.person).checks.map(({ ref }) => ref)
const own = (different: Parameters<typeof run>[1] = {}) => run('mumble', different, theAdversary)

const restsOnARun = [run('mumble'), classified('mumble', { cites: ['#1'] }), claimed()]
const restsOnCode = [reading('mumble'), classified('mumble', { cites: ['code-1'] }), claimed()]
const restsOnAPromote = [run('mumble', { condition: 'promote', deployment: 'warm' }), ...restsOnARun.slice(1)]

describe('where the claim rests on runs', () => {
  test.each<[string, Step[], string[]]>([
    ['a cold red run after the claim counts', [...restsOnARun, own()], ['#2']],
    ['a cold green run counts', [...restsOnARun, own({ conclusion: 'green' })], ['#2']],
    ['a cold run under load does not, where none is claimed', [...restsOnARun, own({ condition: 'load' })], []],
    [
      'a run of a checkout with local changes does not',
      [...restsOnARun, own({ recipeCheckout: { commit: '0123abcd', clean: false } })],
      [],
    ],
    [
      'nor one of which nobody says that the recipe was clean',
      [...restsOnARun, own({ recipeCheckout: { commit: null, clean: null } })],
      [],
    ],
    ['each of two counts', [...restsOnARun, own(), own()], ['#2', '#3']],
    [
      'one from before the claim is pre-staging',
      [own(), run('mumble'), classified('mumble', { cites: ['#2'] }), claimed()],
      [],
    ],
    [
      'one between two revisions counts for the second',
      [...restsOnARun, own(), claimed('M1', { mumble: 'New.' })],
      ['#2'],
    ],
    [
      'one after a claim that was withdrawn counts when it is claimed again',
      [...restsOnARun, own(), withdrawn(), claimed()],
      ['#2'],
    ],
    ['nothing counts while the claim is withdrawn', [...restsOnARun, own(), withdrawn()], []],
    ['a run of another recipe version does not', [...restsOnARun, own({ recipeVersion: '1.0.1+v1.6.870-0' })], []],
    ...(['recipeCheckout', 'testCheckout', 'harnessCheckout'] as const).map((checkout): [string, Step[], string[]] => [
      `a run at another commit (${checkout}) does not: it has another key`,
      [...restsOnARun, own({ [checkout]: { commit: 'fedcba98', clean: true } })],
      [],
    ]),
    [
      'a run of which nobody stated the harness commit does',
      [...restsOnARun, own({ harnessCheckout: { commit: null, clean: null } })],
      ['#2'],
    ],
    ['a warm run does not', [...restsOnARun, own({ deployment: 'warm' })], []],
    ['a quick run does not', [...restsOnARun, own({ deployment: 'quick' })], []],
    [
      'a promote run does not, where none is claimed',
      [...restsOnARun, own({ condition: 'promote', deployment: 'warm' })],
      [],
    ],
    ['an unver run does not', [...restsOnARun, own({ conclusion: 'unver' })], []],
    ['a cancelled run does not', [...restsOnARun, own({ conclusion: 'cancelled' })], []],
    ['a lost run does not', [...restsOnARun, own({ conclusion: 'lost' })], []],
    ['the run that raised the alarm does not', [...restsOnARun, own({ raisedAlarm: true })], []],
    ['one that was left out does not', [...restsOnARun, own(), leftOut('#2')], []],
    ['the Builder’s does not', [...restsOnARun, run('mumble', {}, theBuilder)], []],
    ['another Adversary’s is not hers', [...restsOnARun, run('mumble', {}, anotherAdversary)], []],
    ['one of another failure does not', [...restsOnARun, run('gitea', {}, theAdversary)], []],
    ['an observation does not', [...restsOnARun, observation('mumble', theAdversary)], []],
    ['a reading of code does not', [...restsOnARun, reading('mumble', theAdversary)], []],
  ])('%s', (_, steps, refs) => {
    expect(checksAfter(...steps)).toEqual(refs)
  })
})

describe('where the claim rests on a promote run', () => {
  test.each<[string, Step[], string[]]>([
    ['an own promote run counts', [...restsOnAPromote, own({ condition: 'promote', deployment: 'warm' })], ['#2']],
    ['an own cold run alone does not: it advances nothing', [...restsOnAPromote, own()], []],
    ['another warm run does not', [...restsOnAPromote, own({ deployment: 'warm' })], []],
  ])('%s', (_, steps, refs) => {
    expect(checksAfter(...steps)).toEqual(refs)
  })
})

describe('where the claim is static', () => {
  test.each<[string, Step[], string[]]>([
    ['an own reading counts', [...restsOnCode, reading('mumble', theAdversary)], ['code-2']],
    ['an own observation counts', [...restsOnCode, observation('mumble', theAdversary)], ['obs-1']],
    ['an own cold run counts', [...restsOnCode, own()], ['#1']],
    ['a lost run shows nothing', [...restsOnCode, own({ conclusion: 'lost' })], []],
    ['a warm run does not count', [...restsOnCode, own({ deployment: 'warm' })], []],
    ['a reading from before the claim is pre-staging', [reading('mumble', theAdversary), ...restsOnCode], []],
    ['the Builder’s reading does not count', [...restsOnCode, reading('mumble')], []],
  ])('%s', (_, steps, refs) => {
    expect(checksAfter(...steps)).toEqual(refs)
  })
})

describe('where a fix is claimed', () => {
  const claimedFix = (different: Parameters<typeof fixAttached>[1] = {}) => [
    fixAttached('mumble', different),
    claimed('M2'),
  ]
  const testme = claimedFix()
  const twoFixes = [fixAttached('mumble'), ...claimedFix({ head: NEXT_HEAD })]
  const runAt = (commit: string) => ofFix({ recipeCheckout: { commit, clean: true } })
  const underLoad = claimedFix({ kind: 'stabilisation', route: 'load', pullRequest: null })
  const ofFix = (different: Parameters<typeof run>[1] = {}) => runOfFix('mumble', different, theAdversary)

  test.each<[string, Step[], string[]]>([
    ['an own cold run at its head counts', [...testme, ofFix()], ['#1']],
    ['a red one counts: it shows something', [...testme, ofFix({ conclusion: 'red' })], ['#1']],
    ['an own promote run at its head counts', [...testme, ofFix({ condition: 'promote', deployment: 'warm' })], ['#1']],
    ['one that was not started by !testme counts', [...testme, ofFix({ pullRequest: null })], ['#1']],
    ['an own run at another commit does not', [...testme, own()], []],
    [
      'one at an earlier head does not, once the fix moved and is claimed again',
      [...testme, ofFix(), fixMoved(1, { head: NEXT_HEAD }), claimed('M2')],
      [],
    ],
    [
      'one at the next head does, also from before that was claimed: the gate was',
      [...testme, fixMoved(1, { head: NEXT_HEAD }), ofFix(), claimed('M2')],
      ['#1'],
    ],
    [
      'one at the next head does not while the head before it is claimed',
      [...testme, fixMoved(1, { head: NEXT_HEAD }), ofFix()],
      [],
    ],
    ['one from before the claim is pre-staging', [fixAttached('mumble'), ofFix(), claimed('M2')], []],
    ['a warm run does not', [...testme, ofFix({ deployment: 'warm' })], []],
    ['a quick run does not', [...testme, ofFix({ deployment: 'quick' })], []],
    ['an unver run does not', [...testme, ofFix({ conclusion: 'unver' })], []],
    ['one with local changes does not', [...testme, ofFix({ recipeCheckout: { commit: HEAD, clean: false } })], []],
    [
      'one of tests with local changes does not',
      [...testme, ofFix({ testCheckout: { commit: null, clean: false } })],
      [],
    ],
    ['one that was left out does not', [...testme, ofFix(), leftOut('#1')], []],
    ['of two fixes, a run of the first is not enough', [...twoFixes, runAt(HEAD)], []],
    ['of two fixes, a run of each is', [...twoFixes, runAt(HEAD), runAt(NEXT_HEAD)], ['#1', '#2']],
    ['the Builder’s does not', [...testme, runOfFix('mumble')], []],
    ['a reading of code does not: a fix is run', [...testme, reading('mumble', theAdversary)], []],
    ['of a fix verified under load, an own run under load counts', [...underLoad, ofFix()], ['#1']],
    ['of a fix verified under load, one alone does not', [...underLoad, ofFix({ condition: 'alone' })], []],
    ['nothing counts at another gate', [fixAttached('mumble'), ofFix()], []],
  ])('%s', (_, steps, refs) => {
    expect(findOwnChecks(recordOf(...steps), 'M2', 'mumble', theAdversary.person).checks.map(({ ref }) => ref)).toEqual(
      refs,
    )
  })

  test.each<[string, Step[], string]>([
    ['at its head', testme, 'none yet: an own run cold at fee1600d since the claim'],
    ['under load, where that is its route', underLoad, 'none yet: an own run under load at fee1600d since the claim'],
    [
      'of each of two',
      [fixAttached('mumble'), fixAttached('mumble', { head: NEXT_HEAD }), claimed('M2')],
      'none yet: an own run cold at fee1600d and cold at decade00 since the claim',
    ],
  ])('says what it wants: %s', (_, steps, wants) => {
    expect(findOwnChecks(recordOf(...steps), 'M2', 'mumble').wants).toBe(wants)
  })
})
