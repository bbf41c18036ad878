import { fixAttached, runOfFix } from './fix-steps.ts'
import { declaredDone } from './phase-steps.ts'
import type { Step } from './record-of.ts'
import { claimed, classified, observation, reading, ruled, run, theAdversary, verdict } from './steps.ts'

/** mumble rests on run #1, with obs-1 beside it: always red by an outside cause; gitea on code-1. M1 is claimed at 00:07Z. */
export const claimedM1: Step[] = [
  run('mumble'),
  observation('mumble'),
  reading('gitea'),
  classified('mumble', { cites: ['#1'], behaviour: 'always-red', place: 'outside' }),
  classified('gitea', { cites: ['code-1'], behaviour: 'always-red' }),
  claimed('M1'),
]
/** The Adversary's own checks: run #2 of mumble, code-2 of gitea. */
export const checkedM1: Step[] = [...claimedM1, run('mumble', {}, theAdversary), reading('gitea', theAdversary)]
/** Both failures are ruled PASS, mumble at 01:18Z and gitea at 01:20Z. */
export const ruledM1: Step[] = [
  ...checkedM1,
  ruled('mumble', 'pass', { at: '01:18' }),
  ruled('gitea', 'pass', { at: '01:20' }),
]
/** The verdict is PASS at 01:30Z. */
export const passedM1: Step[] = [...ruledM1, verdict('pass', { at: '01:30' })]

/** A pull request each, green at its head: #3 of mumble, #4 of gitea. */
export const fixedM2: Step[] = [
  ...passedM1,
  fixAttached('mumble'),
  runOfFix('mumble'),
  fixAttached('gitea'),
  runOfFix('gitea'),
]
/** M2 is claimed at 01:40Z. */
export const claimedM2: Step[] = [...fixedM2, claimed('M2', {}, { at: '01:40' })]
/** The Adversary's own runs at the head: #5 of mumble, #6 of gitea. */
export const checkedM2: Step[] = [
  ...claimedM2,
  runOfFix('mumble', {}, { ...theAdversary, at: '01:42' }),
  runOfFix('gitea', {}, { ...theAdversary, at: '01:44' }),
]
/** mumble is ruled PASS at 01:50Z and gitea at 01:52Z. */
export const ruledM2: Step[] = [
  ...checkedM2,
  ruled('mumble', 'pass', { at: '01:50' }, 'M2'),
  ruled('gitea', 'pass', { at: '01:52' }, 'M2'),
]
/** The verdict is PASS at 01:55Z. */
export const passedM2: Step[] = [...ruledM2, verdict('pass', { at: '01:55' }, 'M2')]
/** The Builder declares DONE at 01:57Z. */
export const doneRedfix: Step[] = [...passedM2, declaredDone({ at: '01:57' })]
