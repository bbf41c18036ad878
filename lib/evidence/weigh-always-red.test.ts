import { describe, expect, test } from 'vitest'
import type { Place } from '#lib/classifications/words.ts'
import type { AttachedRun } from '#lib/runs/attached-run.ts'
import { tiersOf } from '#lib/testing/a-run.ts'
import { recordOf, type Step } from '#lib/testing/record-of.ts'
import { leftOut, observation, reading, run, theAdversary } from '#lib/testing/steps.ts'
import { weighEvidence } from './weigh-evidence.ts'

type Row = [words: string, steps: Step[], kind: string, because: string, cites?: string[]]

/** What the evidence carries, where mumble is claimed to be always red in `place`. It cites #1 unless told otherwise. */
const weigh = (place: Place, rows: Row[]) =>
  describe(`always red, ${place}`, () => {
    test.each(rows)('%s', (_, steps, kind, because, cites = ['#1']) => {
      const claim = { failure: 'mumble', behaviour: 'always-red', place, cites } as const
      expect(weighEvidence(claim, recordOf(...steps).evidence)).toMatchObject({ kind, because })
    })
  })
const green = (different: Partial<AttachedRun> = {}) => run('mumble', { conclusion: 'green', ...different })
const red = (different: Partial<AttachedRun> = {}) => run('mumble', { conclusion: 'red', ...different })
const atRestore = { tiers: tiersOf({ install: 'pass', restore: 'fail' }) }
const promoted = { condition: 'promote', deployment: 'warm' } as const
const warm = { deployment: 'warm' } as const
const [byHand, read] = [observation('mumble'), reading('mumble')]

weigh('recipe', [
  [
    'nothing is too little, and says what is needed',
    [],
    'too-little',
    '0 red at one stage, 0 by hand or by reading: 2 more red at one stage and a probe by hand or the mechanism, quoted needed',
  ],
  [
    '2 reds and a probe by hand are the least: weak',
    [red(), red(), byHand],
    'weak',
    '2 red at one stage, 1 by hand or by reading; 3 reds are usual',
  ],
  [
    '2 reds and the mechanism, quoted, are too',
    [red(), red(), read],
    'weak',
    '2 red at one stage, 1 by hand or by reading; 3 reds are usual',
  ],
  [
    '1 red and a probe are below it',
    [red(), byHand],
    'too-little',
    '1 red at one stage, 1 by hand or by reading: 1 more red at one stage needed',
  ],
  [
    'reds alone never suffice: they tell no recipe from a test',
    [red(), red(), red(), red()],
    'too-little',
    '4 red at one stage, 0 by hand or by reading: a probe by hand or the mechanism, quoted needed',
  ],
  [
    '3 reds and a probe are usual',
    [red(), red(), red(), byHand],
    'enough',
    '3 red at one stage, 1 by hand or by reading',
  ],
  [
    'a red at another stage is another failure',
    [red(), red(atRestore), byHand],
    'too-little',
    '1 red at one stage, 1 by hand or by reading: 1 more red at one stage needed',
  ],
  [
    'reds alone and of the warm advance are not added up',
    [red(), red(promoted), byHand],
    'too-little',
    '1 red at one stage, 1 by hand or by reading: 1 more red at one stage needed',
  ],
  [
    'reds of the warm advance carry it too',
    [red(promoted), red(promoted), byHand],
    'weak',
    '2 red at one stage, 1 by hand or by reading; 3 reds are usual',
  ],
  [
    'red on advancing and green alone is no contradiction',
    [green(), red(promoted), red(promoted), byHand],
    'weak',
    '2 red at one stage, 1 by hand or by reading; 3 reds are usual',
  ],
  [
    'one green in the same cell contradicts, whatever the count',
    [red(), red(), red(), byHand, green()],
    'contradicted',
    '“always red” is contradicted by #4, which was green in the same cell',
  ],
  [
    'so does one green advance among red ones',
    [red(promoted), green(promoted), byHand],
    'contradicted',
    '“always red” is contradicted by #2, which was green in the same cell',
  ],
  [
    'the Adversary’s green does as well',
    [red(), red(), byHand, run('mumble', { conclusion: 'green' }, theAdversary)],
    'contradicted',
    '“always red” is contradicted by #3, which was green in the same cell',
  ],
  [
    'a green that was left out does not',
    [red(), red(), byHand, green(), leftOut('#3')],
    'weak',
    '2 red at one stage, 1 by hand or by reading; 3 reds are usual',
  ],
  [
    'a warm green does not: another cell',
    [red(), red(), byHand, green(warm)],
    'weak',
    '2 red at one stage, 1 by hand or by reading; 3 reds are usual',
  ],
  [
    'a green at another commit does not: another key',
    [red(), red(), byHand, green({ recipeVersion: '1.0.1' })],
    'weak',
    '2 red at one stage, 1 by hand or by reading; 3 reds are usual',
  ],
  [
    'the run that raised the alarm is not counted',
    [red({ raisedAlarm: true }), red(), byHand],
    'too-little',
    '1 red at one stage, 1 by hand or by reading: 1 more red at one stage needed',
  ],
  [
    'a red under load is not counted: load may have made it red',
    [red(), red({ condition: 'load' }), byHand],
    'too-little',
    '1 red at one stage, 1 by hand or by reading: 1 more red at one stage needed',
  ],
  [
    'what was looked at of another failure is not counted',
    [red(), red(), observation('gitea')],
    'too-little',
    '2 red at one stage, 0 by hand or by reading: a probe by hand or the mechanism, quoted needed',
  ],
])

const NEEDS_ONE_RUN = 'one run alone where only this stage is red needed'
const NEEDS_LINES = 'the lines that the test expects, quoted needed'
weigh('stale-test', [
  ['nothing is too little', [], 'too-little', `the lines that the test expects, quoted and ${NEEDS_ONE_RUN}`],
  [
    'the lines and one run with only this stage red are enough',
    [red(), read],
    'enough',
    'read and quoted, and all but one stage pass alone',
  ],
  ['the lines alone are not', [read], 'too-little', NEEDS_ONE_RUN],
  ['the run alone is not', [red()], 'too-little', NEEDS_LINES],
  ['a probe by hand quotes no line', [red(), byHand], 'too-little', NEEDS_LINES],
  [
    'a run with two stages red says that something else is broken',
    [red({ tiers: tiersOf({ install: 'pass', restore: 'fail', custom: 'fail' }) }), read],
    'too-little',
    NEEDS_ONE_RUN,
  ],
  [
    'a stage that did not run is broken, too',
    [red({ tiers: tiersOf({ install: 'pass', restore: 'unver', custom: 'fail' }) }), read],
    'too-little',
    NEEDS_ONE_RUN,
  ],
  [
    'a run in which nothing passed shows nothing else working',
    [red({ tiers: tiersOf({ install: 'fail' }) }), read],
    'too-little',
    NEEDS_ONE_RUN,
  ],
  [
    'a lint rule does not count as a stage',
    [red({ tiers: tiersOf({ lint: 'fail', install: 'pass', custom: 'fail' }) }), read],
    'enough',
    'read and quoted, and all but one stage pass alone',
  ],
  ['a run under load does not show it', [red({ condition: 'load' }), read], 'too-little', NEEDS_ONE_RUN],
  [
    'a green among the reds contradicts: a stale test is red each time',
    [red(), green(), read],
    'contradicted',
    '“always red” is contradicted by #2, which was green in the same cell',
  ],
])

const olderHarness = { conclusion: 'green', harnessCheckout: { commit: '76543210', clean: true } } as const
const NEEDS_BOTH =
  'a probe by hand during a red and a green with an older harness needed, or the same red in two unrelated recipes'
const redElsewhere = (failure: string, different: Partial<AttachedRun> = {}) =>
  run(failure, { recipe: failure, ...different })
weigh('harness', [
  ['nothing is too little', [], 'too-little', NEEDS_BOTH],
  [
    'works by hand, and green with another harness',
    [red(), byHand, red(), green(olderHarness)],
    'enough',
    'works by hand, and was green with another harness',
  ],
  ['without the probe it is not', [red(), red(), green(olderHarness)], 'too-little', NEEDS_BOTH],
  ['a reading is no probe', [red(), read, red(), green(olderHarness)], 'too-little', NEEDS_BOTH],
  ['without the other harness it is not', [red(), byHand], 'too-little', NEEDS_BOTH],
  ['without a red it is not', [byHand, green(), green(olderHarness)], 'too-little', NEEDS_BOTH],
  [
    'nor where the recipe was another one',
    [red(), red(), byHand, green({ ...olderHarness, recipeVersion: '1.0.1' })],
    'too-little',
    NEEDS_BOTH,
  ],
  [
    'nor where nobody stated the harness’s commit',
    [red(), red(), byHand, green({ harnessCheckout: { commit: null, clean: null } })],
    'too-little',
    NEEDS_BOTH,
  ],
  [
    'nor where it was red there too',
    [red(), red(), byHand, red({ harnessCheckout: { commit: '76543210', clean: true } })],
    'too-little',
    NEEDS_BOTH,
  ],
  [
    'the same stage red in two unrelated recipes is the least: weak',
    [red(), redElsewhere('gitea'), redElsewhere('keycloak')],
    'weak',
    '2 unrelated recipes break at custom too',
  ],
  ['one unrelated recipe is below it', [red(), redElsewhere('gitea')], 'too-little', NEEDS_BOTH],
  [
    'two failures of one recipe are one',
    [red(), redElsewhere('gitea'), redElsewhere('gitea-lfs', { recipe: 'gitea' })],
    'too-little',
    NEEDS_BOTH,
  ],
  [
    'another failure of the same recipe is not unrelated',
    [red(), redElsewhere('gitea'), redElsewhere('mumble-web', { recipe: 'mumble' })],
    'too-little',
    NEEDS_BOTH,
  ],
  [
    'another stage is another red',
    [red(), redElsewhere('gitea'), redElsewhere('keycloak', atRestore)],
    'too-little',
    NEEDS_BOTH,
  ],
  [
    'what was left out there does not count',
    [red(), redElsewhere('gitea'), redElsewhere('keycloak'), leftOut('#3')],
    'too-little',
    NEEDS_BOTH,
  ],
])

const needsSplit = (counted: string) => `${counted}: 3 and 3 needed, or one of each with what was there captured`
weigh('warm-machinery', [
  ['nothing is too little', [], 'too-little', needsSplit('0 red warm, 0 green cold')],
  [
    '3 red warm and 3 green cold are enough',
    [red(warm), red(warm), red(warm), green(), green(), green()],
    'enough',
    '3 red warm, 3 green cold',
  ],
  [
    '3 and 2 are not',
    [red(warm), red(warm), red(warm), green(), green()],
    'too-little',
    needsSplit('3 red warm, 2 green cold'),
  ],
  [
    '2 and 3 are not',
    [red(warm), red(warm), green(), green(), green()],
    'too-little',
    needsSplit('2 red warm, 3 green cold'),
  ],
  [
    'one of each with what was there captured is the least: weak',
    [red(warm), green(), byHand],
    'weak',
    '1 red warm, 1 green cold, with what was there captured; 3 and 3 are usual',
  ],
  ['one of each without it is not', [red(warm), green()], 'too-little', needsSplit('1 red warm, 1 green cold')],
  ['only warm with it is not', [red(warm), byHand], 'too-little', needsSplit('1 red warm, 0 green cold')],
  [
    'a promote run is warm',
    [red(promoted), green(), byHand],
    'weak',
    '1 red warm, 1 green cold, with what was there captured; 3 and 3 are usual',
  ],
  [
    'a warm red under load shows nothing of warm alone',
    [red({ ...warm, condition: 'load' }), green(), byHand],
    'too-little',
    needsSplit('0 red warm, 1 green cold'),
  ],
  [
    'a cold red contradicts',
    [red(warm), red(warm), red(warm), green(), green(), red()],
    'contradicted',
    '“green when cold” is contradicted by #6, which was red cold as well',
  ],
])

weigh('outside', [
  ['nothing is too little', [], 'too-little', 'a red, and the outside cause observed or quoted, needed'],
  [
    'a red and what was seen outside are the least: weak',
    [red(), byHand],
    'weak',
    'a red, and the outside cause seen; a green once it was gone is usual',
  ],
  ['a red alone is not', [red()], 'too-little', 'a red, and the outside cause observed or quoted, needed'],
  [
    'what was seen alone is not',
    [byHand, green()],
    'too-little',
    'a red, and the outside cause observed or quoted, needed',
  ],
  [
    'a red under load will do',
    [red({ condition: 'load' }), byHand],
    'weak',
    'a red, and the outside cause seen; a green once it was gone is usual',
  ],
  [
    'green once it was gone is usual',
    [red(), byHand, green()],
    'enough',
    'a red, the outside cause seen, and green once it was gone',
  ],
  [
    'green before the last red contradicts: it was not there each time',
    [red(), green(), red(), byHand],
    'contradicted',
    '“always red” is contradicted by #2, which was green in the same cell',
  ],
  [
    'what ended later counts as later, whenever it was attached',
    [green({ endedAt: '2026-06-18T09:00:00Z' }), red({ endedAt: '2026-06-18T08:00:00Z' }), byHand],
    'enough',
    'a red, the outside cause seen, and green once it was gone',
  ],
])

const BY_READING = 'shown by reading alone; an observation by hand is usual'
const code = ['code-1']
for (const place of ['recipe', 'stale-test', 'harness', 'warm-machinery', 'outside'] as const)
  weigh(place, [
    ['a static claim rests on lines of code: weak', [read], 'weak', BY_READING, code],
    ['with an observation by hand it is enough', [read, byHand], 'enough', 'shown by reading and by hand', code],
    [
      'an observation alone quotes no line',
      [byHand],
      'too-little',
      'a static claim rests on lines of code with commit and path; none are quoted',
      ['obs-1'],
    ],
  ])

weigh('recipe', [
  ['a red that agrees takes nothing from a static claim', [read, red()], 'weak', BY_READING, code],
  [
    'enough reds make it stronger',
    [read, red(), red(), red()],
    'enough',
    '3 red at one stage, 1 by hand or by reading',
    code,
  ],
  [
    'a green alone speaks against it: then it is no static claim',
    [read, green()],
    'too-little',
    '0 red at one stage, 1 by hand or by reading: 2 more red at one stage needed',
    code,
  ],
  [
    'what cites a run is not static',
    [red(), read],
    'too-little',
    '1 red at one stage, 1 by hand or by reading: 1 more red at one stage needed',
    ['#1', 'code-1'],
  ],
  [
    'what cites nothing is not static',
    [read],
    'too-little',
    '0 red at one stage, 1 by hand or by reading: 2 more red at one stage needed',
    [],
  ],
])
weigh('warm-machinery', [
  ['a green when cold agrees with a static claim', [read, green()], 'weak', BY_READING, code],
  [
    'a green when warm speaks against it',
    [read, green(warm)],
    'too-little',
    needsSplit('0 red warm, 0 green cold'),
    code,
  ],
])
