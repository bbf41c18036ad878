import { expect, type Page } from '@playwright/test'
import { addressOf } from '#lib/phases/addresses.ts'
import { expectRecorded, failureAt } from './deeds.ts'

const PHASE = 'redfix'

/** A run typed by hand, tier by tier; what is not said: alone, cold, clean checkouts of the released recipe. */
export type TypedRun = {
  failure: string
  start: string
  condition?: 'alone' | 'under load' | 'promote'
  outcome: 'green' | 'red'
  tiers: { [tier: string]: 'pass' | 'fail' | 'skip' | 'unver' }
  recipeCommit?: string
  harnessCommit?: string
  pullRequest?: string
  rulesFailed?: string
}

const RECIPE_COMMIT = '0a06c41f'
const HARNESS_COMMIT = '5ad1c8e2'
const MINUTES = 8

export async function attachTypedRun(page: Page, run: TypedRun): Promise<void> {
  const { condition = 'alone' } = run
  await page.goto(`${failureAt(run.failure)}/attach-run`)
  await page.getByLabel('Recipe version').fill('1.0.0+1.0')
  await page.getByLabel('Recipe commit').fill(run.recipeCommit ?? RECIPE_COMMIT)
  await page.getByLabel('Test commit').fill(RECIPE_COMMIT)
  await page.getByLabel('Harness commit').fill(run.harnessCommit ?? HARNESS_COMMIT)
  for (const checkout of await page.getByLabel('Checkout').all()) await checkout.selectOption('clean')
  await page.getByRole('radio', { name: new RegExp(`^${condition}`) }).check()
  if (condition === 'promote') await page.getByLabel('Deployment').selectOption('warm')
  await page.getByLabel('Host').fill('cc-ci')
  await page.getByLabel('Start (UTC)').fill(run.start)
  await page.getByLabel('End (UTC)').fill(later(run.start, MINUTES))
  await page.getByLabel('Outcome').selectOption(run.outcome)
  for (const [tier, status] of Object.entries(run.tiers))
    await page.getByLabel(tier, { exact: true }).selectOption(status)
  if (run.pullRequest) await page.getByLabel('Pull request tested').fill(run.pullRequest)
  if (run.rulesFailed) await page.getByLabel('Lint rules that failed').fill(run.rulesFailed)
  await page.getByRole('button', { name: 'Attach the run' }).click()
  await expectRecorded(page)
}

const later = (start: string, minutes: number): string =>
  new Date(Date.parse(`${start.replace(' ', 'T')}Z`) + minutes * 60_000).toISOString().slice(0, 16).replace('T', ' ')

export type TypedFix = {
  failure: string
  kind: 'recipe pull request' | 'harness change' | 'stabilisation'
  pullRequest: string
  head: string
  changes: string
  /** Null: something is promoted. */
  nothingPromoted: string | null
}

export async function attachFix(page: Page, fix: TypedFix): Promise<void> {
  await page.goto(`${failureAt(fix.failure)}/attach-fix`)
  const form = page.getByRole('form', { name: `Attach a fix of ${fix.failure}` })
  await form.getByRole('radio', { name: new RegExp(`^${fix.kind}`) }).check()
  await form
    .getByLabel('Repository')
    .fill(fix.kind === 'harness change' ? 'cc-ci' : `recipe-maintainers/${fix.failure}`)
  await form.getByLabel('Pull request', { exact: true }).fill(fix.pullRequest)
  await form.getByLabel('Head commit').fill(fix.head)
  await form.getByLabel('What it changes').fill(fix.changes)
  const promotion = form.getByRole('group', { name: 'Is something promoted?' })
  await promotion.getByRole('radio', { name: fix.nothingPromoted === null ? /^yes/ : /^nothing/ }).check()
  if (fix.nothingPromoted !== null) await form.getByLabel('Why nothing is promoted').fill(fix.nothingPromoted)
  await form.getByRole('button', { name: 'Attach the fix' }).click()
  await expectRecorded(page)
}

/** Where the first fix of a failure stands now, as this person says. */
export async function sayWhereFixStands(
  page: Page,
  { failure, head, state, how }: { failure: string; head?: string; state?: 'open' | 'merged' | 'closed'; how: string },
): Promise<void> {
  await page.goto(failureAt(failure))
  const form = page.getByRole('form', { name: /where it stands: fix/ }).first()
  await form.locator('summary').click()
  if (head) await form.getByLabel('Head commit').fill(head)
  if (state) await form.getByLabel('State').selectOption(state)
  await form.getByLabel('How you know').fill(how)
  await form.getByRole('button').click()
  await expectRecorded(page)
}

export async function withdrawClaim(page: Page, gate: string, reason: string): Promise<void> {
  await page.goto(addressOf.gate(PHASE, gate))
  await page.getByText(/^Withdraw revision/).click()
  const form = page.getByRole('form', { name: `Withdraw the claim on ${gate}` })
  await form.getByLabel('Why it is withdrawn').fill(reason)
  await form.getByRole('button', { name: 'Withdraw' }).click()
  await expectRecorded(page)
}

/** What DONE waits for, as the Builder reads it; it cannot be declared then. */
export async function readDoneRefusal(page: Page): Promise<string> {
  await page.goto(addressOf.phase(PHASE))
  const panel = page.getByRole('region', { name: 'Before DONE' })
  await expect(panel.getByRole('button', { name: 'Declare DONE' })).toBeDisabled()
  return (await panel.textContent()) ?? ''
}

export async function declareDone(page: Page, words: string): Promise<void> {
  await page.goto(addressOf.phase(PHASE))
  const form = page.getByRole('form', { name: 'Declare DONE' })
  await form.getByLabel('What was reached, in a sentence').fill(words)
  await form.getByRole('button', { name: 'Declare DONE' }).click()
  await expectRecorded(page)
}

export async function raiseVeto(page: Page, gate: string, reason: string): Promise<void> {
  await page.goto(addressOf.gate(PHASE, gate))
  await page.getByText('Veto', { exact: true }).click()
  const form = page.getByRole('form', { name: 'Raise a veto' })
  await form.getByLabel('On', { exact: true }).selectOption('the whole phase')
  await form.getByLabel('What must not go on, and why').fill(reason)
  await form.getByRole('button', { name: 'Raise the veto' }).click()
  await expectRecorded(page)
}

export async function liftVeto(page: Page, gate: string, reason: string): Promise<void> {
  await page.goto(addressOf.gate(PHASE, gate))
  await page.getByText('Veto', { exact: true }).click()
  const form = page.getByRole('form', { name: /^Lift your veto/ })
  await form.getByRole('textbox').fill(reason)
  await form.getByRole('button', { name: 'Lift the veto' }).click()
  await expectRecorded(page)
}

export async function importReview(page: Page): Promise<void> {
  await page.goto('/import')
  await page.getByLabel('The file').setInputFiles('e2e/fixtures/REVIEW-redfix.txt')
  await page.getByRole('button', { name: 'Show what it says' }).click()
  await page.getByRole('button', { name: /^Record \d+ items/ }).click()
  await expectRecorded(page)
}

export async function recordPlan(page: Page, name: string, text: string): Promise<void> {
  await page.goto(`${addressOf.phase(PHASE)}/plan`)
  const form = page.getByRole('form', { name: 'Record the plan' })
  await form.getByLabel('What the plan is called').fill(name)
  await form.getByLabel('Or its text').fill(text)
  await form.getByRole('button', { name: 'Record the plan' }).click()
  await expectRecorded(page)
}

/** What the imported file says is owed about these failures, each met by the newest own evidence. */
export async function meetWhatIsOwed(page: Page, failures: readonly string[]): Promise<void> {
  for (const failure of failures) {
    await page.goto(`${addressOf.phase(PHASE)}/write-note?failure=${failure}`)
    const form = page.getByRole('form', { name: /^Meet what is owed/ }).first()
    const choice = form.getByLabel('By which evidence')
    const [newest] = (await choice.locator('option').allTextContents())
      .filter((text) => text.startsWith('#'))
      .toReversed()
    await choice.selectOption({ label: newest ?? '' })
    await form.getByLabel('How it was met').fill('Ran it cold myself.')
    await form.getByRole('button', { name: 'Record it as met' }).click()
    await expectRecorded(page)
  }
}

export async function closeFinding(page: Page, failure: string, finding: string, reason: string): Promise<void> {
  await page.goto(addressOf.gate(PHASE, 'M2', failure))
  const form = page.getByRole('form', { name: `Close ${finding}` })
  await form.locator('summary').first().click()
  await form.getByLabel('Why it is closed').fill(reason)
  await form.getByRole('button', { name: 'Close the finding' }).click()
  await expectRecorded(page)
}
