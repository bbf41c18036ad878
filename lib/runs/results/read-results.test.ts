import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readResults } from './read-results.ts'

const fixture = (name: string) =>
  readFileSync(new URL(`../../../e2e/fixtures/results/${name}`, import.meta.url), 'utf8')
const good = {
  schema: 2,
  recipe: 'discourse',
  version: '0.8.1+3.5.0',
  run_id: 'm1-discourse-1',
  finished: 1781739521,
  level: 1,
  stages: [
    { name: 'restore', status: 'pass' },
    { name: 'install', status: 'pass', tests: [{ name: 'test_install', status: 'pass', ms: 12 }] },
    { name: 'upgrade', status: 'fail', tests: [] },
  ],
}
const value = (text: string) => {
  const read = readResults(text)
  if (!read.ok) throw new Error(read.refusal.sentence)
  return read.value
}
const sentence = (text: string) => {
  const read = readResults(text)
  return read.ok ? 'read' : read.refusal.sentence
}
const statuses = (text: string) => value(text).tiers.map((tier) => `${tier.name} ${tier.status}`)

describe('a results.json that is read', () => {
  test('the discourse run of the sweep: upgrade red, lint first, everything else passed', () => {
    const text = fixture('schema2-red-upgrade.json')
    expect(statuses(text)).toEqual([
      'lint pass',
      'install pass',
      'upgrade fail',
      'backup pass',
      'restore pass',
      'custom pass',
    ])
    expect(value(text)).toMatchObject({
      schema: 2,
      recipe: 'discourse',
      version: '0.8.1+3.5.0',
      pr: null,
      ref: null,
      runId: 'm1-discourse-1',
      finishedAt: '2026-06-17T23:38:41.000Z',
      level: 1,
      levelCapReason: null,
      cleanTeardown: true,
      noSecretLeak: true,
      skips: { intentional: [], unintentional: [] },
      rulesFailed: [],
    })
    expect(value(text).tiers[2]?.tests[1]).toEqual({
      name: 'test_upgrade.py::test_app_runs_official_image',
      status: 'fail',
      ms: 38,
    })
  })

  test('a restore that fails, a skip with its reason, and what should have run and did not', () => {
    expect(statuses(fixture('schema2-red-restore.json'))).toContain('restore fail')
    const mumble = value(fixture('schema2-red-custom.json'))
    expect(mumble.skips?.intentional).toEqual([
      { rung: 'upgrade', reason: 'first published release, nothing to upgrade from' },
    ])
    expect(mumble.runId).toBe('764')
    const gitea = value(fixture('schema2-unver.json'))
    expect(gitea.skips?.unintentional).toEqual(['upgrade', 'backup', 'restore', 'custom'])
    expect(gitea).toMatchObject({ rulesFailed: ['R011'], cleanTeardown: false, noSecretLeak: null })
  })

  test('schema 1 knows no lint and no skips, says why the level was capped, and may number its run', () => {
    const keycloak = value(fixture('schema1-green.json'))
    expect(keycloak).toMatchObject({
      schema: 1,
      runId: '712',
      level: 4,
      skips: null,
      rulesFailed: [],
      pr: null,
      ref: null,
    })
    expect(keycloak.levelCapReason).toBe('no SSO tests for the provider itself')
    expect(keycloak.finishedAt).toBe('2026-06-07T03:41:17.482Z')
    expect(keycloak.tiers.at(-1)).toEqual({ name: 'sso', status: 'skip', tests: [] })
  })

  test('a byte order mark and CRLF change nothing', () => {
    expect(value(fixture('crlf-bom.json'))).toEqual(value(fixture('schema2-red-upgrade.json')))
  })

  test('unknown fields are passed over, and what the file does not say is null', () => {
    expect(value(JSON.stringify({ ...good, mood: 'fine', finished: undefined, level: undefined }))).toMatchObject({
      finishedAt: null,
      level: null,
      cleanTeardown: null,
      noSecretLeak: null,
    })
  })

  test.each([
    ['a number', 4, 4],
    ['digits', '4', 4],
    ['empty', '', null],
    ['nothing', null, null],
  ])('a pull request given as %s', (_, pr, read) => {
    expect(value(JSON.stringify({ ...good, pr })).pr).toBe(read)
  })
})

describe('a results.json that is refused says what is wrong, and where', () => {
  const stage = (change: object) => ({
    ...good,
    stages: [...good.stages, { name: 'custom', status: 'pass', ...change }],
  })
  const changed: [string, object, string][] = [
    ['an unknown schema', { ...good, schema: 3 }, 'schema 3 is not known; 1 and 2 are.'],
    ['a schema in quotes', { ...good, schema: '2' }, 'schema "2" is not known; 1 and 2 are.'],
    ['no recipe', { ...good, recipe: undefined }, 'recipe is missing; a name was expected.'],
    ['a path as recipe', { ...good, recipe: '../etc' }, 'recipe is "../etc", which cannot be the name of a recipe.'],
    ['an empty run id', { ...good, run_id: '' }, 'run_id is empty.'],
    ['no run id', { ...good, run_id: null }, 'run_id is null; a name or a number was expected.'],
    [
      'milliseconds',
      { ...good, finished: 1781739521000 },
      'finished is 1781739521000, which is no time in seconds since 1970.',
    ],
    [
      'a time in words',
      { ...good, finished: '00:25' },
      'finished is "00:25"; a number of seconds since 1970 was expected.',
    ],
    ['a level of another ladder', { ...good, level: 6 }, 'level is 6; the highest of this schema is 5.'],
    ['half a level', { ...good, level: 1.5 }, 'level is 1.5; a level from 0 to 5 was expected.'],
    ['no stages', { ...good, stages: undefined }, 'stages is missing; a list of stages was expected.'],
    ['an unknown status', stage({ status: 'ok' }), 'stage 4 has the status “ok”; known are pass, fail, skip, unver.'],
    ['no status', stage({ status: undefined }), 'stage 4 has no status; known are pass, fail, skip, unver.'],
    [
      'a test with an unknown status',
      stage({ tests: [{ name: 'x', status: 'error' }] }),
      'test 1 of stage 4 has the status “error”; known are pass, fail, skip, unver.',
    ],
    ['a nameless test', stage({ tests: [{ name: ' ', status: 'pass' }] }), 'name of test 1 of stage 4 is empty.'],
    [
      'a test that took less than nothing',
      stage({ tests: [{ name: 'x', status: 'pass', ms: -1 }] }),
      'ms of test 1 of stage 4 is below 0.',
    ],
    ['a stage twice', stage({ name: 'upgrade' }), 'the stage upgrade is there twice.'],
    [
      'a flag in words',
      { ...good, flags: { clean_teardown: 'yes' } },
      'flags.clean_teardown is "yes"; true or false was expected.',
    ],
    ['lint without status', { ...good, lint: {} }, 'lint has no status; known are pass, fail, skip, unver.'],
    [
      'lint that disagrees',
      { ...stage({ name: 'lint' }), lint: { status: 'fail' } },
      'lint is “fail” under lint and “pass” under stages.',
    ],
    [
      'a pull request that is none',
      { ...good, pr: 'main' },
      'pr is "main"; the number of a pull request was expected.',
    ],
  ]
  test.each(changed)('%s', (_, object, rest) => {
    expect(sentence(JSON.stringify(object))).toBe(`results.json: ${rest}`)
  })

  const files: [string, string, string | RegExp][] = [
    ['empty', fixture('empty.json'), 'is empty.'],
    ['only white space', ' \r\n ', 'is empty.'],
    [
      'cut in the middle',
      fixture('cut.json'),
      /^ends at character 1678 \(line \d+\), in the middle of the JSON: the file was cut\.$/,
    ],
    [
      'cut within a text',
      '{"schema": 2, "recipe": "disco',
      'ends at character 30 (line 1), in the middle of the JSON: the file was cut.',
    ],
    [
      'cut within a word',
      '{"schema": 2, "ok": tr',
      'ends at character 22 (line 1), in the middle of the JSON: the file was cut.',
    ],
    ['a page of HTML', '<!DOCTYPE html>\n<p>502', 'is not JSON: it begins with “<!DOCTYPE html>”.'],
    ['a Python dictionary', "{'schema': 2}", 'is not JSON: the fault is at character 2 (line 1).'],
    ['a comma too many', '{\n"schema": 2,\n}', 'is not JSON: the fault is at character 16 (line 3).'],
    ['a list', '[]', 'holds a list, not one object.'],
    ['a number', '753', 'holds 753, not an object.'],
    [
      'a fault in the middle of an open object',
      '{"schema": 2, oops, "recipe"',
      'is not JSON: the fault is at character 15 (line 1).',
    ],
    [
      'another JSON file',
      fixture('other.json'),
      'there is no schema in it. Is this another JSON file? The harness writes schema 1 or 2.',
    ],
    ['a NUL', '{"schema"\0: 2}', 'has a NUL at character 10 (line 1): it is not a text file.'],
    ['invalid UTF-8', fixture('invalid-utf8.json'), /^is not valid UTF-8 at character \d+ \(line \d+\)\.$/],
  ]
  test.each(files)('%s', (_, text, rest) => {
    const said = sentence(text)
    expect(said.slice(0, 14)).toBe('results.json: ')
    if (typeof rest === 'string') expect(said.slice(14)).toBe(rest)
    else expect(said.slice(14)).toMatch(rest)
  })

  const garbage = [
    null,
    true,
    -1,
    1.5,
    1e300,
    '',
    ' ',
    'ok',
    '\u0000',
    'x'.repeat(20_000),
    [],
    [[]],
    [null],
    {},
    { status: {} },
  ]
  const fields = ['recipe', 'version', 'pr', 'ref', 'run_id', 'finished', 'level', 'stages', 'lint', 'skips', 'flags']
  test.each(fields)('whatever stands in %s, the answer is ours and never a parser’s', (field) => {
    for (const schema of [1, 2])
      for (const wrong of garbage) {
        const said = sentence(JSON.stringify({ ...good, schema, [field]: wrong }))
        expect(said).not.toMatch(/Invalid|expected \w+, received/)
        expect(said).toMatch(/^read$|^results\.json: .*\.$/)
        expect(said.length).toBeLessThan(300)
      }
  })
})
