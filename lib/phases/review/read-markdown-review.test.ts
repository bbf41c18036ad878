import { describe, expect, test } from 'vitest'
import { readReview } from './read-review.ts'

const HEADER = '# REVIEW — phase redfix (Adversary)\n\n'
const FAILURES = '## Failures\n\n- discourse\n- mattermost-lts\n- bluesky-pds\n\n'

function read(text: string) {
  const result = readReview(text)
  if (!result.ok) throw new Error(result.refusal.sentence)
  return result.value
}

const REVIEW = `\uFEFF# REVIEW — phase redfix (Adversary)

**Phase SSOT:** \`machine-docs/plan-redfix.md\`

**Mission:** fix every failure (\`discourse\`, mumble
and bluesky-pds).   
No standing exceptions.

## Gates

* **M1** — all investigated
  in isolation
  - flake: green alone
* [ ] **M2:** all FIXED
* \`WC1.1\` – warm
* **M2(c)**: the third
* DoD-1 — nothing merged

**DONE** = Builder writes \`## DONE\` after M1+M2.

## Verdicts

### M2: FAIL @ 2026-06-18T06:30Z

5 of 6 stand.

- discourse — FAIL: sidekiq without an image
  - lint R011
- [x] mumble — PASS (run 753) @ 06:12Z
- [ ] bluesky — PASS
- everything else as before

### M1 — all six: **PASS** @ 2026-06-18T01:18Z

## Adversary verification log

- 2026-06-17T23:18Z — Opened.
* 2026-06-18T00:10:30Z — Pre-staging, \`docker service ls\` clean:
  * **discourse** (recipe @ \`0.8.1+3.5.0\` = \`bitnamilegacy/discourse:3.5.0\` + sidekiq): stale overlay test
  * still owed before M1: own run of discourse
- 00:25Z — Claim seen.
- Idle since.

## DONE / not yet

- [ ] nothing here
`

describe.each([
  ['\n', 'LF'],
  ['\r\n', 'CRLF'],
])('a Markdown file with line ends %j', (end) => {
  const reading = read(REVIEW.replaceAll('\n', end))

  test('gives plan, mission, gates and the rule for DONE', () => {
    expect(reading.planPath).toBe('machine-docs/plan-redfix.md')
    expect(reading.mission).toBe('fix every failure (`discourse`, mumble and bluesky-pds). No standing exceptions.')
    expect(reading.gates.map(({ id, criteria }) => [id, criteria])).toEqual([
      ['M1', 'all investigated in isolation flake: green alone'],
      ['M2', 'all FIXED'],
      ['WC1.1', 'warm'],
      ['M2(c)', 'the third'],
      ['DoD-1', 'nothing merged'],
    ])
    expect(reading.doneRule).toBe('Builder writes `## DONE` after M1+M2.')
  })

  test('gives a verdict for the gate and one for each failure ruled on beneath it', () => {
    expect(
      reading.verdicts.map(({ gate, failure, result, words, statedAt }) => [
        gate,
        failure,
        result,
        words,
        statedAt?.written,
      ]),
    ).toEqual([
      ['M2', null, 'fail', 'FAIL', '2026-06-18T06:30Z'],
      ['M2', 'discourse', 'fail', 'FAIL: sidekiq without an image', '2026-06-18T06:30Z'],
      ['M2', 'mumble', 'pass', '[x] PASS (run 753)', '06:12Z'],
      ['M2', 'bluesky-pds', null, '[ ] PASS', '2026-06-18T06:30Z'],
      ['M1', null, 'pass', 'PASS', '2026-06-18T01:18Z'],
    ])
    expect(reading.verdicts[0]?.text).toBe('M2: FAIL @ 2026-06-18T06:30Z\n5 of 6 stand.\n- everything else as before')
    expect(reading.verdicts[1]?.text).toBe('discourse — FAIL: sidekiq without an image\n- lint R011')
  })

  test('gives entries with and without times, never inventing a date', () => {
    expect(reading.entries.map(({ kind, statedAt, lead }) => [kind, statedAt?.at, lead])).toEqual([
      ['log', '2026-06-17T23:18:00Z', 'Opened.'],
      ['pre-staging', '2026-06-18T00:10:30Z', 'Pre-staging, `docker service ls` clean:'],
      ['log', null, 'Claim seen.'],
      ['log', undefined, 'Idle since.'],
    ])
    expect(reading.owed).toMatchObject([
      { by: 'adversary', before: 'M1', failure: 'discourse', text: 'own run of discourse' },
    ])
    expect(reading.failures[0]).toMatchObject({
      name: 'discourse',
      version: '0.8.1+3.5.0',
      image: 'bitnamilegacy/discourse:3.5.0',
    })
  })

  test('takes a scaffolded DONE heading for nothing', () => {
    expect(reading.unplaced.map(({ text }) => text)).toEqual(['DONE / not yet', 'nothing here'])
  })
})

test('reads failures with versions and recorded causes from a list of their own, wherever it stands', () => {
  const log = '## Adversary verification log\n\n- 2026-06-18T00:10Z — bluesky looked at, discourse next.\n\n'
  const list =
    '## Failures\n\n- [ ] **discourse** `0.8.1+3.5.0` — swept red as: cold-deploy timeout; looked at\n- gitea (3.6.0): crash loop\n- mumble: 3.5.3 -> 3.6.0 times out\n- bluesky-pds\n'
  const { failures, entries } = read(HEADER + log + list)
  expect(failures.map(({ name, version, hypothesis, facts }) => [name, version, hypothesis, facts.length])).toEqual([
    ['discourse', '0.8.1+3.5.0', 'cold-deploy timeout', 1],
    ['gitea', '3.6.0', null, 1],
    ['mumble', null, null, 1],
    ['bluesky-pds', null, null, 0],
  ])
  expect(entries[0]?.failures).toEqual(['bluesky-pds', 'discourse'])
})

test('a recorded cause alone is no fact besides; with more words, or another cause, it is', () => {
  const list = [
    '- gitea 3.6.0 — swept red as: crash loop.',
    '- mumble — recorded cause: “a timeout”',
    '- discourse — swept red as: a timeout; wedged for 51 min',
    '- keycloak — recorded as: taken out',
    '  - swept red as: a collision',
    '- bluesky-pds — healthy inside, swept red as: 000',
  ]
  const { failures } = read(`${HEADER}## Failures\n\n${list.join('\n')}\n`)
  expect(failures.map(({ name, version, hypothesis, facts }) => [name, version, hypothesis, facts.length])).toEqual([
    ['gitea', '3.6.0', 'crash loop', 0],
    ['mumble', null, 'a timeout', 0],
    ['discourse', null, 'a timeout', 1],
    ['keycloak', null, 'taken out', 1],
    ['bluesky-pds', null, '000', 1],
  ])
})

test('reads rulings under headings and in paragraphs beneath a verdict', () => {
  const text =
    '### M1: PASS\n\n#### discourse: PASS\nOwn cold run.\n\n**bluesky** — FAIL: 000 over HTTPS\n\nmattermost-lts needs a PASS too.\n'
  const { verdicts } = read(HEADER + FAILURES + text)
  expect(verdicts.map(({ failure, result }) => [failure, result])).toEqual([
    [null, 'pass'],
    ['discourse', 'pass'],
    ['bluesky-pds', 'fail'],
  ])
  expect(verdicts[0]?.text).toBe('M1: PASS\nOwn cold run.\nmattermost-lts needs a PASS too.')
})

test('sets "none yet" aside, however it is set', () => {
  const { setAside, unplaced } = read(`${HEADER}## Verdicts\n\n_(none yet — awaiting the first claim)_\n`)
  expect([setAside.at(-1)?.because, unplaced]).toEqual(['placeholder', []])
})

test('reads a table of failures and a table of rulings', () => {
  const list = '## Failures\n\n| Failure | Version |\n|---|---|\n| discourse | 0.8.1+3.5.0 |\n| gitea | 3.6.0 |\n\n'
  const { failures, verdicts } = read(`${HEADER}${list}### M1: PASS\n\n| discourse | PASS |\n| gitea | PROVISIONAL |\n`)
  expect(failures.map(({ name, version }) => [name, version])).toEqual([
    ['discourse', '0.8.1+3.5.0'],
    ['gitea', '3.6.0'],
  ])
  expect(verdicts.map(({ failure, result, words }) => [failure, result, words])).toEqual([
    [null, 'pass', 'PASS'],
    ['discourse', 'pass', 'PASS'],
    ['gitea', null, 'PROVISIONAL'],
  ])
})

test('finds gates and entries in a file without headings beneath its first line', () => {
  const { gates, entries } = read(`${HEADER}- **U0** — base\n- Q4.2 — rest\n\n- 2026-06-18T00:10Z — idle\n`)
  expect(gates.map(({ id }) => id)).toEqual(['U0', 'Q4.2'])
  expect(entries.map(({ lead }) => lead)).toEqual(['idle'])
})

test('names failures after the recipes of the log when no list names them', () => {
  const { failures } = read(
    `${HEADER}## Log\n\n- 2026-06-18T00:10Z — code reads\n  - gitea (recipe @ 3.6.0): app.ini is read-only\n`,
  )
  expect(failures).toMatchObject([{ name: 'gitea', version: '3.6.0', facts: [{ line: 6 }] }])
})

test.each([
  ['a verdict in a code fence', '```\n### M1: PASS\n```\n'],
  ['a verdict in a comment', '<!--\n### M1: PASS\n-->\n'],
  ['a quoted verdict', '> ### M1: PASS\n'],
  ['a struck verdict', '### ~~M1: PASS~~\n'],
  ['prose', 'Before any\nM1: PASS\nI re-run cold.\n'],
  ['a claim', '### Gate: M1 CLAIMED, awaiting Adversary\n'],
  ['a disclaimer', '### M1 pre-claim audit, not a verdict\n'],
  ['a log entry', '- 2026-06-18T00:10Z — M1 PASS is far away\n'],
  ['a scaffold', '## DONE / not yet\n'],
  ['a scaffold in a list of gates', '## Gates\n\nDONE / not yet\n'],
  ['a state in a list of gates', '## Gates\n\nDONE: not yet\n'],
  ['a criterion', '## Gates\n\n### M1 — all tests PASS\n'],
])('takes %s for no verdict', (_, text) => {
  const { verdicts, doneRule } = read(`${HEADER}## Verdicts\n\n(none yet)\n\n## Adversary verification log\n\n${text}`)
  expect([verdicts, doneRule]).toEqual([[], null])
})

test('keeps what is nested in an entry with it, stamped or not', () => {
  const { entries } = read(
    `${HEADER}## Log\n\n- 2026-06-18T00:10Z — looked\n  - host quiet\n    - load 0.8\n  - 00:12Z — probed\n- next\n`,
  )
  expect(entries.map(({ text }) => text)).toEqual(['looked\n- host quiet\n- load 0.8\n- 00:12Z — probed', 'next'])
})

test('reads a pre-claim audit under a heading with a time as pre-staging', () => {
  const { entries } = read(`${HEADER}### M1 pre-claim audit, not a verdict @ 2026-06-18T00:10Z\n\nAll quiet.\n`)
  expect(entries).toMatchObject([{ kind: 'pre-staging', statedAt: { at: '2026-06-18T00:10:00Z' } }])
  expect(entries[0]?.text).toBe('M1 pre-claim audit, not a verdict @ 2026-06-18T00:10Z\nAll quiet.')
})

test.each([
  ['- **M1**: PASS @ 2026-06-18T01:18Z\n- M2 — FAIL\n', ['M1 pass', 'M2 fail']],
  ['M1: PASS @ 2026-06-18T01:18Z\n\nM2(c) FAIL\n', ['M1 pass', 'M2(c) fail']],
  ['### M1 discourse: FAIL\n', ['M1 fail discourse']],
  ['### M1/M2: PASS\n\n- discourse: PASS\n', ['M1 pass', 'M1 pass discourse', 'M2 pass', 'M2 pass discourse']],
])('reads under "Verdicts" the lines %j', (text, expected) => {
  const { verdicts } = read(`${HEADER}${FAILURES}## Verdicts\n\n${text}`)
  expect(verdicts.map(({ gate, result, failure }) => [gate, result, failure].filter(Boolean).join(' '))).toEqual(
    expected,
  )
})

test.each([
  [
    'under a title of its own',
    '## Still owed\n\n- [x] look at immich\n- [~] discourse alone\n- [ ] bluesky under load\n',
    ['[~] discourse alone', 'bluesky under load'],
    '[x] look at immich',
  ],
  [
    'as a point that stands alone',
    '## Notes\n\n- [x] STILL OWED: look at immich\n- [~] STILL OWED: discourse\n',
    ['[~] STILL OWED: discourse'],
    '[x] STILL OWED: look at immich',
  ],
  [
    'in a log entry, where it stays',
    '## Log\n\n- 2026-06-18T00:10Z — x\n  - Owed before M1:\n    - [X] look at immich\n    - [~] discourse\n',
    ['[~] discourse'],
    '- [x] look at immich',
  ],
  [
    'in a log entry, by its title',
    '## Log\n\n- 2026-06-18T00:10Z — x\n  - [x] Owed before M1:\n    - look at immich\n    - [ ] discourse\n',
    ['discourse'],
    '- look at immich',
  ],
])('what is ticked %s is owed no more, what is half done is, and both are kept', (_, text, owed, kept) => {
  const { unplaced, entries, ...reading } = read(`${HEADER}${FAILURES}${text}`)
  expect(reading.owed.map((one) => one.text)).toEqual(owed)
  expect([...unplaced, ...entries].map((one) => one.text).join('\n')).toContain(kept)
})

test.each([
  [
    '## Still owed before M2\n\n- discourse: a run under load\n- a probe of the host\n',
    ['adversary discourse M2', 'adversary null M2'],
  ],
  ['## Log\n\n- 2026-06-18T00:10Z — x\n  - Builder still owes: logs of mattermost\n', ['builder mattermost-lts null']],
  [
    '## Log\n\n- 2026-06-18T00:10Z — x\n  - Owed before M1:\n    - discourse alone\n    - bluesky\n',
    ['adversary discourse M1', 'adversary bluesky-pds M1'],
  ],
  ['## Notes\n\n- STILL OWED: discourse. Also bluesky.\n', ['adversary discourse null', 'adversary bluesky-pds null']],
])('finds what is owed in %j', (text, expected) => {
  const { owed } = read(`${HEADER}${FAILURES}${text}`)
  expect(owed.map(({ by, failure, before }) => `${by} ${failure} ${before}`)).toEqual(expected)
})

test('a word that could begin two failures names neither', () => {
  const { entries } = read(
    `${HEADER}## Failures\n\n- app-one\n- app-two\n\n## Log\n\n- 2026-06-18T00:10Z — app looked at\n`,
  )
  expect(entries[0]?.failures).toEqual([])
})
