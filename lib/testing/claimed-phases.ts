import type { Step } from './record-of.ts'
import { claimed, classified, reading, ruled, run, theAdversary, verdict } from './steps.ts'

/** mumble rests on run #1, gitea on code-1; M1 is claimed at 00:06Z. */
export const claimedM1: Step[] = [
  run('mumble'),
  reading('gitea'),
  classified('mumble', { cites: ['#1'] }),
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
