import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readReview } from './read-review.ts'

const seed = readFileSync(new URL('../../../e2e/fixtures/REVIEW-redfix.txt', import.meta.url), 'utf8')

function read(text: string) {
  const result = readReview(text)
  if (!result.ok) throw new Error(result.refusal.sentence)
  return result.value
}

test('reads phase, author, plan, mission, gates and the rule for DONE of the stored redfix file', () => {
  const reading = read(seed)
  expect([reading.phaseId, reading.title, reading.author]).toEqual(['redfix', null, 'adversary'])
  expect(reading.planPath).toBe('/srv/cc-ci/cc-ci-plan/plan-phase-redfix-canon-sweep-failures.md')
  expect(reading.mission).toMatch(
    /^investigate every canon-sweep failure \(discourse, .* verify green\. No standing exceptions\. Nothing merged\.$/,
  )
  expect(reading.gates.map(({ id, line }) => [id, line])).toEqual([
    ['M1', 10],
    ['M2', 11],
  ])
  expect(reading.gates[0]?.criteria).toMatch(
    /^all six investigated in isolation, .* claimed warm-machinery bug = in cc-ci\.$/,
  )
  expect(reading.gates[1]?.criteria).toMatch(
    /^all six FIXED \+ verified green \(recipe PR via !testme; .* Nothing merged\.$/,
  )
  expect(reading.doneRule).toBe('Builder writes ## DONE only after M1+M2 fresh Adversary PASS here.')
})

test('finds six failures in the order of the mission, and what was pre-staged on two of them', () => {
  const { failures } = read(seed)
  expect(
    failures.map(({ name, version, image, hypothesis, facts }) => [name, version, image, hypothesis, facts.length]),
  ).toEqual([
    ['discourse', '0.8.1+3.5.0', 'bitnamilegacy/discourse:3.5.0', 'cold-deploy timeout, ~51-min wedge', 1],
    ['mattermost-lts', '2.1.9+10.11.15', null, null, 1],
    ['mumble', null, null, null, 0],
    ['bluesky-pds', null, null, null, 0],
    ['gitea', null, null, null, 0],
    ['keycloak', null, null, null, 0],
  ])
  expect(failures[0]?.facts[0]?.text).toMatch(
    /^discourse \(recipe @ 0\.8\.1.* overlaytests\/discourse\/.* ✔ pre-staged\.$/,
  )
  expect(failures[1]?.facts[0]?.text).toMatch(
    /^mattermost-lts \(recipe @ 2\.1\.9\+10\.11\.15\): postgres svc .* ✔ pre-staged\.$/,
  )
})

test('reads two log entries with their stated times, and no verdict', () => {
  const { entries, verdicts } = read(seed)
  expect(verdicts).toEqual([])
  expect(entries.map(({ kind, statedAt, line }) => [kind, statedAt?.at, line])).toEqual([
    ['log', '2026-06-17T23:18:00Z', 17],
    ['pre-staging', '2026-06-18T00:10:00Z', 19],
  ])
  expect(entries[0]?.text).toMatch(
    /^Phase redfix opened\. .* confirmed \(ssh cc-ci: hostnixos, .* Idling for the first claim\.$/,
  )
  expect(entries[1]?.lead).toMatch(/^Non-contending pre-staging .* \(no deploys\):$/)
  expect(entries[1]?.text).toMatch(/These are NOT verdicts — formal M1 PASS\/FAIL awaits the Builder's gate claim\.$/)
})

test('finds what the Adversary still owes before M1', () => {
  const { owed } = read(seed)
  expect(owed.map(({ by, failure, before, line }) => [by, failure, before, line])).toEqual([
    ['adversary', 'discourse', 'M1', 25],
    ['adversary', 'bluesky-pds', 'M1', 25],
  ])
  expect(owed[0]?.text).toMatch(/^my OWN cold isolation run of discourse .* \(Builder not deploying\)\.$/)
  expect(owed[1]?.text).toBe('Same for bluesky app-alias collision (needs live caddy/getent diag).')
})

test('leaves unplaced only the point that was cut off, and sets aside titles, size lines and "none yet"', () => {
  const { unplaced, setAside } = read(seed)
  expect(unplaced).toEqual([{ text: 'mattermost-lts (recipe @', line: 26 }])
  expect(setAside.map(({ line, because }) => [line, because])).toEqual([
    [1, 'rendering'],
    [2, 'rendering'],
    [3, 'heading'],
    [9, 'heading'],
    [14, 'heading'],
    [15, 'placeholder'],
    [16, 'heading'],
  ])
})

test('reads the file up to wherever it breaks off, and nothing read before a cut changes with it', () => {
  const header = seed.indexOf('(Adversary)') + '(Adversary)\n'.length
  const whole = read(seed)
  for (let end = 0; end <= seed.length; end += 1) {
    const cut = readReview(seed.slice(0, end))
    expect(cut.ok).toBe(end >= header)
    if (!cut.ok) continue
    expect(cut.value.verdicts).toEqual([])
    expect(cut.value.entries.slice(0, -1)).toEqual(whole.entries.slice(0, Math.max(0, cut.value.entries.length - 1)))
  }
})
