import { describe, expect, test } from 'vitest'
import { answerOf } from '#lib/testing/decide.ts'
import { findingAddressed, findingClosed, findingReopened, foundWrong } from '#lib/testing/finding-steps.ts'
import { fixAttached, fixMoved, NEXT_HEAD, runOfFix } from '#lib/testing/fix-steps.ts'
import { met, owed } from '#lib/testing/phase-steps.ts'
import type { Step } from '#lib/testing/record-of.ts'
import {
  anotherAdversary,
  claimed,
  classified,
  leftOut,
  observation,
  reading,
  run,
  theAdversary,
} from '#lib/testing/steps.ts'
import type { Answer } from './answer.ts'
import type { RequirementId } from './requirements.ts'

type Row = [words: string, steps: Step[], kind: Answer['kind'], because: string, evidence?: string[]]

function answers(id: RequirementId, rows: Row[]) {
  describe(id, () => {
    test.each(rows)('%s', (_, steps, kind, because, evidence = []) => {
      expect(answerOf(id, steps)).toMatchObject({ kind, because, evidence })
    })
  })
}

answers('classified', [
  ['missing while nobody classified it', [], 'missing', 'not classified yet'],
  ['missing when only another failure is classified', [classified('gitea')], 'missing', 'not classified yet'],
  ['passed with both axes in words', [classified('mumble')], 'passed', 'flaky under load, recipe'],
  [
    'the newer classification is the one that counts',
    [classified('mumble'), classified('mumble', { behaviour: 'gone', place: 'outside' })],
    'passed',
    'gone, host or outside',
  ],
])

const GREENS_ALONE = Array.from({ length: 5 }, () => run('mumble', { conclusion: 'green' }))
const withFix = [
  fixAttached('mumble'),
  runOfFix('mumble'),
  runOfFix('mumble'),
  fixMoved(1, { head: NEXT_HEAD }),
  runOfFix('mumble'),
]
const NO_RESULT = 'run alone, but no run ended with a result'
const NOT_REPRODUCED = 'no run alone and no reading yet'
answers('reproduced', [
  ['missing while nobody looked', [], 'missing', NOT_REPRODUCED],
  ['a red run alone reproduces', [run('mumble')], 'passed', '1 run alone', ['#1']],
  [
    'a green run alone says something, too',
    [run('mumble', { conclusion: 'green' }), run('mumble')],
    'passed',
    '2 runs alone',
    ['#1', '#2'],
  ],
  ['a promote run reproduces', [run('mumble', { condition: 'promote' })], 'passed', '1 run alone', ['#1']],
  ['a run under load does not', [run('mumble', { condition: 'load' })], 'missing', NOT_REPRODUCED],
  ['a run of the sweep does not', [run('mumble', { condition: 'sweep' })], 'missing', NOT_REPRODUCED],
  ['the run that raised the alarm does not', [run('mumble', { raisedAlarm: true })], 'missing', NOT_REPRODUCED],
  ['an unver run does not', [run('mumble', { conclusion: 'unver' })], 'errored', NO_RESULT, ['#1']],
  ['a cancelled run does not', [run('mumble', { conclusion: 'cancelled' })], 'errored', NO_RESULT, ['#1']],
  ['a lost run does not', [run('mumble', { conclusion: 'lost' })], 'errored', NO_RESULT, ['#1']],
  ['a run that was left out does not', [run('mumble'), leftOut('#1')], 'missing', NOT_REPRODUCED],
  ['a run of another failure does not', [run('gitea')], 'missing', NOT_REPRODUCED],
  ['a run with a fix does not: the fix may be what made it green', withFix, 'missing', NOT_REPRODUCED],
  ['code that was read shows it', [reading('mumble')], 'passed', 'shown by reading or by hand, no run', ['code-1']],
  ['an observation shows it', [observation('mumble')], 'passed', 'shown by reading or by hand, no run', ['obs-1']],
])

answers('cited', [
  ['missing while nothing is classified', [run('mumble')], 'missing', 'nothing is classified, so nothing is cited'],
  [
    'missing when the classification cites nothing',
    [classified('mumble')],
    'missing',
    'the classification cites no evidence',
  ],
  ['passed with what it cites', [run('mumble'), classified('mumble', { cites: ['#1'] })], 'passed', '1 piece', ['#1']],
  [
    'counts only what was not left out',
    [run('mumble'), run('mumble'), classified('mumble', { cites: ['#1', '#2'] }), leftOut('#1')],
    'passed',
    '1 piece',
    ['#2'],
  ],
  [
    'failed when all of it was left out',
    [run('mumble'), classified('mumble', { cites: ['#1'] }), leftOut('#1')],
    'failed',
    'all cited evidence was left out',
    ['#1'],
  ],
])

const flake = classified('mumble', { cites: ['#1'], behaviour: 'flaky' })
answers('carried', [
  [
    'missing while nothing is classified',
    [run('mumble')],
    'missing',
    'nothing is classified, so there is nothing to carry',
  ],
  [
    'incomplete below the minimum',
    [run('mumble'), flake],
    'incomplete',
    '0 green and 1 red alone, nothing changed: one of each is needed to call it flaky',
    ['#1'],
  ],
  [
    'weak with the least that is accepted',
    [run('mumble'), run('mumble', { conclusion: 'green' }), flake],
    'weak',
    '1 green and 1 red alone, nothing changed; 5 runs are usual',
    ['#2', '#1'],
  ],
  [
    'failed when one run says otherwise',
    [run('mumble'), classified('mumble', { cites: ['#1'], behaviour: 'gone', place: 'outside' })],
    'failed',
    '“gone” is contradicted by #1, which was red alone',
    ['#1'],
  ],
  [
    'passed with what is usual',
    [...GREENS_ALONE, classified('mumble', { cites: ['#1'], behaviour: 'gone', place: 'outside' })],
    'passed',
    '5 green alone',
    ['#1', '#2', '#3', '#4', '#5'],
  ],
  [
    'what ran with a fix says nothing of the cause',
    [...GREENS_ALONE.slice(0, 1), ...withFix, classified('mumble', { cites: ['#1'], behaviour: 'gone' })],
    'incomplete',
    '1 green alone: 2 more needed',
    ['#1'],
  ],
])

answers('nothing-owed', [
  ['passed when nothing is owed', [], 'passed', 'nothing open'],
  ['what is owed before this gate is open', [owed('mumble', 'M1')], 'incomplete', 'owed: two more reds under load'],
  [
    'what the whole phase owes is open for each failure',
    [owed(null, 'M1')],
    'incomplete',
    'owed: two more reds under load',
  ],
  [
    'names the first of several',
    [owed('mumble', 'M1', 'a hand probe'), owed('mumble', 'M1')],
    'incomplete',
    '2 owed, first: a hand probe',
  ],
  ['what is owed for another failure is not asked here', [owed('gitea', 'M1')], 'passed', 'nothing open'],
  ['what is owed before another gate is not asked here', [owed('mumble', 'M2')], 'passed', 'nothing open'],
  ['what is owed before no gate blocks none', [owed('mumble', null)], 'passed', 'nothing open'],
  ['what was met is not open', [owed('mumble', 'M1'), met(1)], 'passed', 'nothing open'],
])

const restsOnARun = [run('mumble'), classified('mumble', { cites: ['#1'] }), claimed()]
const restsOnCode = [reading('mumble'), classified('mumble', { cites: ['code-1'] }), claimed()]
answers('own-check', [
  ['missing while nothing is claimed', [run('mumble', {}, theAdversary)], 'missing', 'nothing is claimed yet'],
  [
    'missing after the claim, and says what it wants',
    restsOnARun,
    'missing',
    'none yet: an own cold run of 1.0.0+v1.6.870-0 since the claim',
  ],
  [
    'passed by the check of any Adversary',
    [...restsOnARun, run('mumble', {}, theAdversary), run('mumble', {}, anotherAdversary)],
    'passed',
    '2 checks since the claim',
    ['#2', '#3'],
  ],
  [
    'weak when the run ended before the claim, by its stated times',
    [...restsOnARun, run('mumble', { endedAt: '2026-06-17T20:00:00Z' }, theAdversary)],
    'weak',
    'attached since the claim, but seen before it',
    ['#2'],
  ],
  [
    'where the claim is static it wants a reading',
    restsOnCode,
    'missing',
    'none yet: an own reading of code, observation or cold run since the claim',
  ],
])

answers('no-finding', [
  ['passed when there is none', [], 'passed', 'none'],
  ['failed while one is open', [foundWrong('mumble')], 'failed', 'F-redfix-1 is open'],
  [
    'failed while one is addressed: only an Adversary closes it',
    [foundWrong('mumble'), findingAddressed('F-redfix-1')],
    'failed',
    'F-redfix-1 is addressed, not closed',
  ],
  [
    'names each that is open',
    [foundWrong('mumble'), foundWrong('mumble'), foundWrong('mumble'), findingClosed('F-redfix-2')],
    'failed',
    'F-redfix-1 is open, F-redfix-3 is open',
  ],
  [
    'passed when each is closed, with the evidence that closed them',
    [run('mumble', {}, theAdversary), foundWrong('mumble'), findingClosed('F-redfix-1', ['#1'])],
    'passed',
    'closed: F-redfix-1',
    ['#1'],
  ],
  [
    'failed when one was opened again',
    [foundWrong('mumble'), findingClosed('F-redfix-1'), findingReopened('F-redfix-1')],
    'failed',
    'F-redfix-1 is open',
  ],
  ['one on another failure is not asked here', [foundWrong('gitea')], 'passed', 'none'],
  ['one on another gate is not asked here', [foundWrong('mumble', 'M2')], 'passed', 'none'],
])
