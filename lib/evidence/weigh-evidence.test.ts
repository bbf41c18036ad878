import { describe, expect, test } from 'vitest'
import type { Behaviour } from '#lib/classifications/words.ts'
import type { AttachedRun } from '#lib/runs/attached-run.ts'
import { tiersOf } from '#lib/testing/a-run.ts'
import { recordOf, type Step } from '#lib/testing/record-of.ts'
import { leftOut, observation, reading, run, theAdversary } from '#lib/testing/steps.ts'
import { weighEvidence } from './weigh-evidence.ts'

type Row = [words: string, steps: Step[], kind: string, because: string]

/** What the evidence carries, where `behaviour` is claimed of mumble. Alone and cold is the usual run. */
const weigh = (behaviour: Behaviour, rows: Row[]) =>
  describe(behaviour, () => {
    test.each(rows)('%s', (_, steps, kind, because) => {
      const claim = { failure: 'mumble', behaviour, place: 'recipe', cites: ['#1'] } as const
      expect(weighEvidence({ ...claim, cites: [...claim.cites] }, recordOf(...steps).evidence)).toMatchObject({
        kind,
        because,
      })
    })
  })
const times = (count: number, step: Step): Step[] => Array.from({ length: count }, () => step)
const green = (different: Partial<AttachedRun> = {}) => run('mumble', { conclusion: 'green', ...different })
const red = (different: Partial<AttachedRun> = {}) => run('mumble', { conclusion: 'red', ...different })
const underLoad = { condition: 'load' } as const
const atRestore = { tiers: tiersOf({ install: 'pass', restore: 'fail' }) }
const nextRecipe = { recipeCheckout: { commit: 'fedcba98', clean: true } }

const threeAndThree = [...times(3, green()), ...times(3, red(underLoad))]
weigh('flaky-load', [
  [
    'nothing is too little, and says what is needed',
    [],
    'too-little',
    '0 green alone, 0 red under load: 3 more green alone and 3 more red under load, at one stage needed',
  ],
  [
    '3 alone and 3 under load are the least: weak',
    threeAndThree,
    'weak',
    '3 green alone, 3 red under load; 5 and 3 are usual',
  ],
  [
    '2 alone and 3 under load are below it',
    threeAndThree.slice(1),
    'too-little',
    '2 green alone, 3 red under load: 1 more green alone needed',
  ],
  [
    '3 alone and 2 under load are below it',
    threeAndThree.slice(0, -1),
    'too-little',
    '3 green alone, 2 red under load: 1 more red under load, at one stage needed',
  ],
  ['4 and 3 are weak still', [green(), ...threeAndThree], 'weak', '4 green alone, 3 red under load; 5 and 3 are usual'],
  ['5 and 3 are usual', [green(), green(), ...threeAndThree], 'enough', '5 green alone, 3 red under load'],
  [
    'one red alone contradicts, whatever the count',
    [...times(9, green()), red(), ...times(9, red(underLoad))],
    'contradicted',
    '“green alone” is contradicted by #10, which was red alone',
  ],
  [
    'a red alone at another stage breaks it as well',
    [...threeAndThree, red(atRestore)],
    'contradicted',
    '“green alone” is contradicted by #7, which was red alone',
  ],
  [
    'a red under load at another stage is another failure',
    [...times(3, green()), red(underLoad), red(underLoad), red({ ...underLoad, ...atRestore })],
    'too-little',
    '3 green alone, 2 red under load: 1 more red under load, at one stage needed',
  ],
  [
    'greens under load take nothing away',
    [...threeAndThree, green(underLoad)],
    'weak',
    '3 green alone, 3 red under load; 5 and 3 are usual',
  ],
  [
    'the run that raised the alarm is not counted',
    [...times(3, green()), red({ ...underLoad, raisedAlarm: true }), red(underLoad), red(underLoad)],
    'too-little',
    '3 green alone, 2 red under load: 1 more red under load, at one stage needed',
  ],
  [
    'what was left out is not counted',
    [...threeAndThree, leftOut('#1')],
    'too-little',
    '2 green alone, 3 red under load: 1 more green alone needed',
  ],
  [
    'a red alone that was left out contradicts nothing',
    [...threeAndThree, red(), leftOut('#7')],
    'weak',
    '3 green alone, 3 red under load; 5 and 3 are usual',
  ],
  ...(['unver', 'cancelled', 'lost'] as const).map(
    (conclusion): Row => [
      `a run that ended ${conclusion} is not counted`,
      [...threeAndThree.slice(1), green({ conclusion })],
      'too-little',
      '2 green alone, 3 red under load: 1 more green alone needed',
    ],
  ),
  [
    'a run of the sweep is neither alone nor under a load that was recorded',
    [...threeAndThree.slice(0, -1), red({ condition: 'sweep' })],
    'too-little',
    '3 green alone, 2 red under load: 1 more red under load, at one stage needed',
  ],
  ...(['warm', 'quick'] as const).map(
    (deployment): Row => [
      `a ${deployment} run does not count with cold ones`,
      [...threeAndThree.slice(1), green({ deployment })],
      'too-little',
      '2 green alone, 3 red under load: 1 more green alone needed',
    ],
  ),
  [
    'the Adversary’s runs count together with the Builder’s',
    [...threeAndThree.slice(1), run('mumble', { conclusion: 'green' }, theAdversary)],
    'weak',
    '3 green alone, 3 red under load; 5 and 3 are usual',
  ],
  [
    'runs of another failure do not count',
    [...threeAndThree.slice(1), run('gitea', { conclusion: 'green' })],
    'too-little',
    '2 green alone, 3 red under load: 1 more green alone needed',
  ],
])

describe('only runs with one key count together (EVIDENCE 2.7)', () => {
  const other = (different: Partial<AttachedRun>): Step[] => [...threeAndThree.slice(1), green(different)]
  test.each<[string, Step[], string]>([
    ['the same key', other({}), 'weak'],
    ['another version of the recipe', other({ recipeVersion: '1.0.1' }), 'too-little'],
    ['another commit of the recipe', other(nextRecipe), 'too-little'],
    ['another commit of the tests', other({ testCheckout: { commit: 'fedcba98', clean: true } }), 'too-little'],
    ['another commit of the harness', other({ harnessCheckout: { commit: 'fedcba98', clean: true } }), 'too-little'],
    ['a commit that nobody stated', other({ recipeCheckout: { commit: null, clean: null } }), 'too-little'],
    ['another host', other({ host: 'cc-ci-2' }), 'too-little'],
    ['the same commit, stated longer', other({ recipeCheckout: { commit: '0123abcdef', clean: true } }), 'weak'],
    ['a red alone with another key contradicts nothing', [...threeAndThree, red(nextRecipe)], 'weak'],
    ['more runs of a key that nobody cites change nothing', [...threeAndThree, ...times(9, red(nextRecipe))], 'weak'],
    [
      'broken at one version and mended at the next: never added up',
      [red(), ...times(5, red(underLoad)), ...times(5, green(nextRecipe)), green({ ...nextRecipe, ...underLoad })],
      'contradicted',
    ],
  ])('%s', (_, steps, kind) => {
    const claim = { failure: 'mumble', behaviour: 'flaky-load', place: 'recipe', cites: ['#1'] } as const
    expect(weighEvidence({ ...claim, cites: ['#1'] }, recordOf(...steps).evidence).kind).toBe(kind)
  })
})

weigh('flaky', [
  [
    'nothing is too little',
    [],
    'too-little',
    '0 green and 0 red alone, nothing changed: one of each is needed to call it flaky',
  ],
  [
    'only greens are no flake',
    times(9, green()),
    'too-little',
    '9 green and 0 red alone, nothing changed: one of each is needed to call it flaky',
  ],
  [
    'only reds are no flake',
    times(9, red()),
    'too-little',
    '0 green and 9 red alone, nothing changed: one of each is needed to call it flaky',
  ],
  [
    'one of each is the least: weak',
    [green(), red()],
    'weak',
    '1 green and 1 red alone, nothing changed; 5 runs are usual',
  ],
  [
    '4 runs are weak still',
    [...times(3, green()), red()],
    'weak',
    '3 green and 1 red alone, nothing changed; 5 runs are usual',
  ],
  [
    '5 runs of both colours are usual',
    [...times(4, green()), red()],
    'enough',
    '4 green and 1 red alone, nothing changed',
  ],
  [
    'a red under load does not show a flake without it',
    [green(), red(underLoad)],
    'too-little',
    '1 green and 0 red alone, nothing changed: one of each is needed to call it flaky',
  ],
  [
    'a red with another key does not: something changed',
    [green(), green(), red(nextRecipe)],
    'too-little',
    '2 green and 0 red alone, nothing changed: one of each is needed to call it flaky',
  ],
  [
    'the run that raised the alarm does not',
    [green(), red({ raisedAlarm: true })],
    'too-little',
    '1 green and 0 red alone, nothing changed: one of each is needed to call it flaky',
  ],
])

weigh('gone', [
  ['nothing is too little', [], 'too-little', '0 green alone: 3 more needed'],
  ['2 greens are below the least', times(2, green()), 'too-little', '2 green alone: 1 more needed'],
  ['3 greens are the least: weak', times(3, green()), 'weak', '3 green alone; 5 are usual'],
  ['4 greens are weak still', times(4, green()), 'weak', '4 green alone; 5 are usual'],
  ['5 greens are usual', times(5, green()), 'enough', '5 green alone'],
  [
    'one red alone contradicts',
    [...times(9, green()), red()],
    'contradicted',
    '“gone” is contradicted by #10, which was red alone',
  ],
  [
    'the red that raised the alarm does not',
    [red({ raisedAlarm: true }), ...times(5, green())],
    'enough',
    '5 green alone',
  ],
  [
    'words and readings are no run',
    [reading('mumble'), observation('mumble'), ...times(2, green())],
    'too-little',
    '2 green alone: 1 more needed',
  ],
])

test('what carries the claim is named', () => {
  const claim = { failure: 'mumble', behaviour: 'flaky-load', place: 'recipe', cites: [] } as const
  const steps = [...threeAndThree, red({ ...underLoad, ...atRestore }), green(nextRecipe)]
  expect(weighEvidence({ ...claim, cites: [] }, recordOf(...steps).evidence).evidence).toEqual([
    '#1',
    '#2',
    '#3',
    '#4',
    '#5',
    '#6',
  ])
})
