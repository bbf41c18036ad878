import { expect, test } from 'vitest'
import { CiteCodeInput } from '#lib/evidence/inputs.ts'
import { AttachRunInput } from '#lib/runs/inputs.ts'
import { formValues, MOST_DEPTH } from './form-values.ts'

test.each([
  ['a truth', { raisedAlarm: true }, { raisedAlarm: 'yes' }],
  ['an untruth', { recipeClean: false }, { recipeClean: 'no' }],
  ['a number', { fromLine: 7 }, { fromLine: '7' }],
  ['a number that is none of ours', { fromLine: 7.5 }, { fromLine: '7.5' }],
  ['nothing', { level: null }, {}],
  ['text, line ends as in a form', { output: 'a\r\nb' }, { output: 'a\nb' }],
  ['a list', { cites: ['#1', 'obs-2', null] }, { cites: ['#1', 'obs-2'] }],
  [
    'a claim',
    { parts: { mumble: { expected: { alone: { custom: 'fail' } } } } },
    { parts: { mumble: { expected: { alone: { custom: 'fail' } } } } },
  ],
  [
    'a name that objects have',
    JSON.parse('{"__proto__": 1, "constructor": true}'),
    JSON.parse('{"__proto__": "1", "constructor": "yes"}'),
  ],
])('%s is said as a form says it', (_, body, said) => {
  expect(formValues(body)).toEqual(said)
})

test('what is nested deeper than any command is not read, however deep', () => {
  const nested = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`
  expect(formValues(JSON.parse(nested(MOST_DEPTH)))).not.toBeNull()
  expect(formValues(JSON.parse(nested(MOST_DEPTH + 1)))).toBeNull()
  expect(formValues(JSON.parse(`{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`))).toBeNull()
})

test('a program says a run and lines of code in its own kinds of value', () => {
  const commit = '0123456789abcdef0123456789abcdef01234567'
  const run = {
    ...{
      phase: 'redfix',
      failure: 'mumble',
      condition: 'alone',
      deployment: 'cold',
      recipe: 'mumble',
      recipeVersion: '1.0.0',
    },
    ...{ recipeCommit: commit, recipeClean: true, testClean: false, harnessClean: 'unknown', host: 'cc-ci', level: 2 },
    ...{ startedAt: '2026-06-18T00:00:00Z', endedAt: '2026-06-18T00:05:00Z', conclusion: 'red', raisedAlarm: false },
    tiers: { custom: 'fail' },
  }
  expect(AttachRunInput.parse(formValues(run))).toMatchObject({
    ...{ recipeClean: true, testClean: false, harnessClean: null, level: 2, raisedAlarm: false },
    tiers: [{ name: 'custom', status: 'fail' }],
  })
  const code = { phase: 'redfix', failure: 'gitea', repository: 'recipes/gitea', commit, path: 'app.ini', lines: 'x' }
  expect(CiteCodeInput.parse(formValues({ ...code, fromLine: 7, toLine: 8 }))).toMatchObject({ fromLine: 7, toLine: 8 })
})
