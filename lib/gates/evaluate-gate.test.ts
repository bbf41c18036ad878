import { describe, expect, test } from 'vitest'
import {
  checkedM1,
  claimedM1,
  claimedM2,
  fixedM2,
  passedM1,
  passedM2,
  ruledM1,
  ruledM2,
} from '#lib/testing/claimed-phases.ts'
import { decide } from '#lib/testing/decide.ts'
import { fixAttached, fixMoved, NEXT_HEAD } from '#lib/testing/fix-steps.ts'
import { changed, failureAdded, gateRedefined, planRecorded, vetoed } from '#lib/testing/phase-steps.ts'
import { LIFETIME_MS, moment, type Step } from '#lib/testing/record-of.ts'
import { claimed, classified, leftOut, ruled, run, theAdversary, verdict, withdrawn } from '#lib/testing/steps.ts'
import { type GateStanding, gapsOf } from './evaluate-gate.ts'

const CRITERIA = 'Each failure is fixed and green.'
const failedM1 = [...checkedM1, ruled('mumble', 'fail'), verdict('fail')]

describe('the standing of the first gate', () => {
  test.each<[string, Step[], GateStanding]>([
    ['nothing happened', [], 'not-claimed'],
    ['it is claimed', claimedM1, 'claimed'],
    ['its claim is withdrawn', [...claimedM1, withdrawn()], 'not-claimed'],
    ['all is ruled, no verdict yet', ruledM1, 'claimed'],
    ['it has its PASS', passedM1, 'passed'],
    ['it has its FAIL', failedM1, 'failed'],
    ['a FAIL is ruled PASS again, the verdict not yet given', [...failedM1, ruled('mumble')], 'failed'],
    ['after its FAIL it is claimed again', [...failedM1, claimed('M1', { mumble: 'Fixed.' })], 'claimed'],
    ['after its PASS it is claimed again', [...passedM1, claimed('M1', { mumble: 'More.' })], 'claimed'],
    ['after its PASS the claim is withdrawn', [...passedM1, withdrawn()], 'not-claimed'],
    [
      'withdrawn and filed again as it was: the verdict was on another revision',
      [...passedM1, withdrawn(), claimed()],
      'claimed',
    ],
    ['a failure is ruled FAIL after the PASS', [...passedM1, ruled('mumble', 'fail')], 'stale'],
    ['cited evidence is left out after the PASS', [...passedM1, leftOut('#1')], 'stale'],
    ['the own check is left out after the PASS', [...passedM1, leftOut('#2')], 'stale'],
    ['a classification changes after the PASS', [...passedM1, classified('gitea', { cites: ['code-1'] })], 'stale'],
    ['a failure is added after the PASS', [...passedM1, failureAdded('keycloak')], 'stale'],
    ['a veto is raised after the PASS: it blocks, and is told apart', [...passedM1, vetoed('M1')], 'passed'],
  ])('%s', (_, steps, standing) => {
    expect(decide(steps).decision.standing).toBe(standing)
  })

  // mumble was ruled 01:18Z, gitea 01:20Z, the verdict given 01:30Z.
  test.each<[string, Date, GateStanding]>([
    ['one millisecond before the first PASS is too old', moment('01:18', LIFETIME_MS - 1), 'passed'],
    ['exactly when the first PASS is too old', moment('01:18', LIFETIME_MS), 'stale'],
  ])('it passed, %s', (_, now, standing) => {
    expect(decide(passedM1, 'M1', now).decision).toMatchObject({
      standing,
      freshUntil: moment('01:18', LIFETIME_MS).toISOString(),
    })
  })

  const renewed = [...passedM1, ruled('mumble', 'pass', { at: '20:00' }), ruled('gitea', 'pass', { at: '20:00' })]
  test.each<[string, Date, GateStanding]>([
    ['one millisecond before the verdict is too old', moment('01:30', LIFETIME_MS - 1), 'passed'],
    ['exactly when the verdict is too old', moment('01:30', LIFETIME_MS), 'stale'],
  ])('every failure was ruled again, %s', (_, now, standing) => {
    expect(decide(renewed, 'M1', now).decision).toMatchObject({
      standing,
      freshUntil: moment('01:30', LIFETIME_MS).toISOString(),
    })
  })
})

describe('the standing of the second gate', () => {
  test.each<[string, Step[], Date, GateStanding]>([
    ['is not open before the first has passed', ruledM1, moment('02:00'), 'not-open'],
    ['is not open after the first has failed', failedM1, moment('02:00'), 'not-open'],
    ['is open once the first has passed', passedM1, moment('02:00'), 'not-claimed'],
    ['stays open when that PASS gets old', passedM1, moment('02:00', LIFETIME_MS), 'not-claimed'],
    [
      'stays open when the first is claimed again',
      [...passedM1, claimed('M1', { mumble: 'More.' })],
      moment('02:00'),
      'not-claimed',
    ],
    [
      'closes when the first fails after all',
      [...passedM1, ruled('mumble', 'fail'), verdict('fail')],
      moment('02:00'),
      'not-open',
    ],
    [
      'stays claimed when the first fails after all',
      [...passedM1, claimed('M2'), ruled('mumble', 'fail'), verdict('fail')],
      moment('02:00'),
      'claimed',
    ],
  ])('%s', (_, steps, now, standing) => {
    expect(decide(steps, 'M2', now).decision.standing).toBe(standing)
  })
})

describe('the standing of the second gate once fixes are on record', () => {
  test.each<[string, Step[], GateStanding]>([
    ['it waits for the claim', fixedM2, 'not-claimed'],
    ['it is claimed', claimedM2, 'claimed'],
    ['all is ruled', ruledM2, 'claimed'],
    ['it has its PASS', passedM2, 'passed'],
    ['the fix moved after the PASS', [...passedM2, fixMoved(1, { head: NEXT_HEAD })], 'stale'],
    ['a fix was closed after the PASS', [...passedM2, fixMoved(1, { state: 'closed' })], 'stale'],
    ['a second fix came after the PASS', [...passedM2, fixAttached('mumble', { head: NEXT_HEAD })], 'stale'],
    ['the fix was merged after the PASS: that breaks DONE', [...passedM2, fixMoved(1, { state: 'merged' })], 'passed'],
    ['somebody checked where it stands', [...passedM2, fixMoved(1, {}, theAdversary)], 'passed'],
    ['its own run at the head was left out', [...passedM2, leftOut('#5')], 'stale'],
    ['another classification: that is M1’s', [...passedM2, classified('mumble', { cites: ['#1'] })], 'passed'],
    ['the plan was recorded after the PASS', [...passedM2, planRecorded()], 'stale'],
    ['the gate asks for less since the PASS', [...passedM2, gateRedefined('M2', CRITERIA, ['fix-attached'])], 'stale'],
  ])('%s', (_, steps, standing) => {
    expect(decide(steps, 'M2').decision.standing).toBe(standing)
  })

  test.each<[string, Step[]]>([
    ['a fix is attached', [...passedM1, fixAttached('mumble')]],
    ['it has run, green', fixedM2],
    ['it moved', [...passedM2, fixMoved(1, { head: NEXT_HEAD })]],
  ])('M1 keeps its PASS when %s', (_, steps) => {
    expect(decide(steps, 'M1').decision.standing).toBe('passed')
  })
})

describe('a ruling is carried from an earlier revision', () => {
  const carriedAfter = (steps: Step[]) =>
    decide(steps).decision.failures.map(({ failure, carriedFrom }) => `${failure.failure} ${carriedFrom}`)
  test.each<[string, Step[], string[]]>([
    ['not when nothing is claimed', [], ['mumble null', 'gitea null']],
    ['not when it was given on this one', ruledM1, ['mumble null', 'gitea null']],
    [
      'where nothing it judged changed: one text is new',
      [...ruledM1, claimed('M1', { mumble: 'New.' })],
      ['mumble null', 'gitea 1'],
    ],
    [
      'from the revision on which it was given, over several',
      [...ruledM1, claimed('M1', { mumble: 'New.' }), claimed('M1', { mumble: 'Newer.' })],
      ['mumble null', 'gitea 1'],
    ],
    [
      'no more once it is given again',
      [...ruledM1, claimed('M1', { mumble: 'New.' }), ruled('gitea')],
      ['mumble null', 'gitea null'],
    ],
    ['over a claim that was withdrawn', [...ruledM1, withdrawn(), claimed()], ['mumble 1', 'gitea 1']],
    ['not while the claim is withdrawn', [...ruledM1, withdrawn()], ['mumble null', 'gitea null']],
    [
      'also when it is a FAIL',
      [...checkedM1, ruled('mumble', 'fail'), claimed('M1', { gitea: 'New.' })],
      ['mumble 1', 'gitea null'],
    ],
  ])('%s', (_, steps, carried) => {
    expect(carriedAfter(steps)).toEqual(carried)
  })
})

describe('what a decision counts', () => {
  test.each<[string, Step[], number, number]>([
    ['nothing is ruled', checkedM1, 0, 0],
    ['one PASS', [...checkedM1, ruled('mumble')], 1, 0],
    ['one PASS and one FAIL', [...checkedM1, ruled('mumble'), ruled('gitea', 'fail')], 1, 1],
    ['a stale PASS counts as neither', [...ruledM1, leftOut('#1')], 1, 0],
    ['five of six stood: what did not change is carried', [...passedM1, claimed('M1', { mumble: 'More.' })], 1, 0],
  ])('%s', (_, steps, passed, failed) => {
    expect(decide(steps).decision).toMatchObject({ passed, failed })
  })

  test.each<[string, Step[], number]>([
    ['a veto on the gate', [vetoed('M1')], 1],
    ['a veto on the phase', [vetoed(null)], 1],
    ['a veto on another gate is not its veto', [vetoed('M2')], 0],
  ])('%s', (_, steps, vetoes) => {
    expect(decide(steps).decision.vetoes).toHaveLength(vetoes)
  })

  test('shows every requirement of a failure with its answer, the passing ones too', () => {
    const [mumble] = decide(passedM1).decision.failures
    expect(mumble?.requirements.map(({ id, answer }) => `${id} ${answer.kind}`)).toEqual([
      'classified passed',
      'reproduced passed',
      'cited passed',
      'carried weak',
      'nothing-owed passed',
      'no-finding passed',
      'own-check passed',
      'ruled passed',
    ])
  })

  test('a gate about fixes shows other requirements', () => {
    const [mumble] = decide(passedM2, 'M2').decision.failures
    expect(mumble?.requirements.map(({ id, answer }) => `${id} ${answer.kind}`)).toEqual([
      'fix-attached weak',
      'fix-verified passed',
      'promotes weak',
      'nothing-worse passed',
      'nothing-owed passed',
      'no-finding passed',
      'own-check passed',
      'ruled passed',
    ])
  })

  test('a gate shows what it was defined to ask, in its own order', () => {
    const [mumble] = decide([gateRedefined('M1', 'Read it.', ['classified', 'own-check', 'ruled'])]).decision.failures
    expect(mumble?.requirements.map(({ id }) => id)).toEqual(['classified', 'own-check', 'ruled'])
  })

  test('the gaps of a failure are what is not satisfied, the ruling left out', () => {
    const [mumble] = decide([run('mumble', {}, theAdversary)]).decision.failures
    expect(mumble && gapsOf(mumble).map(({ id }) => id)).toEqual(['classified', 'cited', 'carried', 'own-check'])
  })

  test('a verdict on an earlier revision is history', () => {
    expect(decide([...passedM1, claimed('M1', { mumble: 'More.' })]).decision).toMatchObject({
      verdict: null,
      freshUntil: null,
    })
  })

  test('a phase without failures has nothing that could pass', () => {
    expect(decide([changed({ failures: [] })]).decision).toMatchObject({
      standing: 'not-claimed',
      passed: 0,
      failures: [],
    })
  })
})
