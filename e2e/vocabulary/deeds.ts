import { expect, type Page } from '@playwright/test'
import { addressOf } from '#lib/phases/addresses.ts'

/** What people do on the screens, in the words of the domain. Each ends when the record has it, or fails. */
const PHASE = 'redfix'
export const FIXTURES = 'e2e/fixtures'
export const failureAt = (failure: string) => addressOf.failure(PHASE, failure)

export type RunEntry = {
  failure: string
  condition: 'alone' | 'under load'
  outcome: 'green' | 'red'
  results?: string
  log?: string
  version?: string
  start: string
  end: string
}

export async function fillRun(page: Page, run: RunEntry): Promise<void> {
  await page.goto(`${failureAt(run.failure)}/attach-run`)
  if (run.results) await page.getByLabel('results.json').setInputFiles(`${FIXTURES}/${run.results}`)
  if (run.log) await page.getByLabel('Log', { exact: true }).setInputFiles(`${FIXTURES}/${run.log}`)
  if (run.version) await page.getByLabel('Recipe version').fill(run.version)
  for (const checkout of ['Recipe', 'Test', 'Harness']) await page.getByLabel(`${checkout} commit`).fill('0a06c41f')
  for (const checkout of await page.getByLabel('Checkout').all()) await checkout.selectOption('clean')
  await page.getByRole('radio', { name: new RegExp(`^${run.condition}`) }).check()
  await page.getByLabel('Host').fill('cc-ci')
  await page.getByLabel('Start (UTC)').fill(run.start)
  await page.getByLabel('End (UTC)').fill(run.end)
  await page.getByLabel('Outcome').selectOption(run.outcome)
}

export async function attachRun(page: Page, run: RunEntry): Promise<void> {
  await fillRun(page, run)
  await page.getByRole('button', { name: 'Attach the run' }).click()
  await expectRecorded(page)
}

export type Observation = { failure: string; command: string; output: string }

export async function fillObservation(page: Page, { failure, command, output }: Observation): Promise<void> {
  await page.goto(`${failureAt(failure)}/add-evidence`)
  const form = page.getByRole('form', { name: 'Record an observation' })
  await form.getByLabel('Command, exactly as given').fill(command)
  await form.getByLabel('What it printed').fill(output)
  await form.getByLabel('Host').fill('cc-ci')
  await form.getByLabel('When (UTC)').fill('2026-06-18 00:05')
}

export async function recordObservation(page: Page, observation: Observation): Promise<void> {
  await fillObservation(page, observation)
  await page.getByRole('button', { name: 'Record the observation' }).click()
  await expectRecorded(page)
}

export type Citation = { failure: string; path: string; lines: string }

export async function citeCode(page: Page, { failure, path, lines }: Citation): Promise<void> {
  await page.goto(`${failureAt(failure)}/add-evidence`)
  const form = page.getByRole('form', { name: 'Cite code' })
  await form.getByLabel('Repository').fill(`recipe-maintainers/${failure}`)
  await form.getByLabel('Commit').fill('9c1d44a0')
  await form.getByLabel('Path').fill(path)
  await form.getByLabel('From line').fill('10')
  await form.getByLabel('To line').fill(String(9 + lines.split('\n').length))
  await form.getByLabel('The lines themselves').fill(lines)
  await form.getByRole('button', { name: 'Record the code reference' }).click()
  await expectRecorded(page)
}

export type Classification = {
  failure: string
  behaviour: string
  place: string
  cause: string
  plain: string
  cites: string[]
}

export async function fillClassification(
  page: Page,
  { failure, behaviour, place, cause, plain, cites }: Classification,
): Promise<void> {
  await page.goto(`${failureAt(failure)}/classify`)
  await page.getByRole('group', { name: 'How does it behave?' }).getByText(behaviour, { exact: true }).click()
  await page.getByRole('group', { name: 'Where does the cause lie?' }).getByText(place, { exact: true }).click()
  await page.getByLabel('Root cause and mechanism').fill(cause)
  await page.getByLabel('In plain words').fill(plain)
  for (const ref of cites) await page.getByRole('checkbox', { name: new RegExp(`^${ref} `) }).check()
}

export async function classify(page: Page, classification: Classification): Promise<void> {
  await fillClassification(page, classification)
  await page.getByRole('button', { name: /Record the (new )?classification/ }).click()
  await expectRecorded(page)
}

export async function fileClaim(page: Page, gate: string): Promise<void> {
  await page.goto(addressOf.claim(PHASE, gate))
  await page.getByRole('button', { name: new RegExp(`^Claim ${gate}`) }).click()
  await expectRecorded(page)
}

export type Ruling = { gate: string; failure: string; result: 'PASS' | 'FAIL'; reason: string }

export async function rule(page: Page, { gate, failure, result, reason }: Ruling): Promise<void> {
  await page.goto(addressOf.gate(PHASE, gate, failure))
  const form = page.getByRole('form', { name: `Ruling on ${failure}` })
  await form.getByLabel('Why, in a sentence').fill(reason)
  await form.getByRole('button', { name: result }).click()
  await expectRecorded(page)
}

export async function giveVerdict(page: Page, gate: string, result: 'PASS' | 'FAIL', reason: string): Promise<void> {
  await page.goto(addressOf.gate(PHASE, gate))
  const form = page.getByRole('form', { name: `Verdict on ${gate}` })
  await form.getByLabel('Why, in a sentence').fill(reason)
  await form.getByRole('button', { name: `${result} ${gate}` }).click()
  await expectRecorded(page)
}

/** The page after something was recorded names the event; anything else on the way there was a refusal. */
export async function expectRecorded(page: Page): Promise<void> {
  await expect(page, 'something should have been recorded').toHaveURL(/[?&]done=\d+/)
}

/** A refusal in words, beside a field, in an alert, or under a disabled control; nothing was recorded. */
export async function expectRefusal(page: Page, words: string | RegExp): Promise<void> {
  await expect(page.getByText(words).first()).toBeVisible()
  await expect(page).not.toHaveURL(/[?&]done=/)
}
