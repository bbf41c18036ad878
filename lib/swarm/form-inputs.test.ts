import { expect, test } from 'vitest'
import { AskRunInput, DiagnoseInput, QueueOwedInput, ReserveInput, TakeHostRunInput } from './form-inputs.ts'

const COMMIT = '0a1b'.repeat(10)
const place = { phase: 'redfix', failure: 'mumble', host: 'cc-ci' }
const asked = (different: object) => AskRunInput.safeParse({ ...place, profile: 'alone', ...different })
const sentenceOf = ({ error }: { error?: { issues: { message: string }[] } | undefined }) => error?.issues[0]?.message

test('a press that says nothing more asks for main, by the host’s own harness, at once', () => {
  expect(asked({}).data).toMatchObject({ chosen: '', commit: '', chosenHarness: '', harness: '', afterClaimOn: null })
})

test.each([
  ['a reference that the host has', { chosen: `${COMMIT} main` }],
  ['the beginning of a commit that is claimed', { chosen: COMMIT.slice(0, 8) }],
  ['a commit that was typed, in capitals', { commit: COMMIT.toUpperCase() }],
])('%s is taken', (_, different) => {
  expect(asked(different).success).toBe(true)
})

test.each([
  ['half a commit', { commit: COMMIT.slice(0, 20) }, 'A commit is typed with all its 40 digits 0-9 and a-f.'],
  ['half a harness commit', { harness: 'abc' }, 'A harness commit is typed with all its 40 digits 0-9 and a-f.'],
  ['a reference that nobody offered', { chosen: '; reboot' }, 'Choose a reference that the host has.'],
  ['a profile that nobody knows', { profile: 'fast' }, 'Choose what the run does.'],
  ['an advance from nowhere', { profile: 'promote', to: '3.6.0' }, 'The warm advance begins at a version: say which.'],
  ['an advance to nowhere', { profile: 'promote', from: '3.5.3' }, 'The warm advance ends at a version: say which.'],
  ['a cold run from a version', { from: '3.5.3' }, 'Only the warm advance goes from a version to a version.'],
  ['a version with a blank', { from: '1.0 2.0' }, 'A version looks like 3.5.3+1.24.2-rootless.'],
])('%s is refused, and it is said how it should look', (_, different, sentence) => {
  expect(sentenceOf(asked(different))).toBe(sentence)
})

test.each(['753', 'm2rr-bluesky-pds', 'g31-fix'])('the run folder %s is taken', (name) => {
  expect(TakeHostRunInput.safeParse({ ...place, name }).success).toBe(true)
})
test.each(['', '../753', '753 log', '-rf', 'a/b', 'x'.repeat(61)])('the run folder %j is refused', (name) => {
  expect(sentenceOf(TakeHostRunInput.safeParse({ ...place, name }))).toBe('Choose a run folder.')
})

test('a diagnosis has to be chosen', () => {
  expect(sentenceOf(DiagnoseInput.safeParse({ ...place, diagnosis: '' }))).toBe('Choose what to look at.')
})
test('how long a reservation lasts has to be chosen', () => {
  expect(sentenceOf(ReserveInput.safeParse({ ...place, reason: 'Two runs.', lasts: '45' }))).toBe('Choose how long.')
})
test.each([
  [undefined, false],
  ['yes', true],
])('a box that sends %j means that the runs wait: %s', (waits, means) => {
  expect(QueueOwedInput.parse({ phase: 'redfix', gate: 'M1', host: 'cc-ci', waits }).waits).toBe(means)
})
