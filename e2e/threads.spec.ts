import type { Page } from '@playwright/test'
import { addressOf } from '#lib/phases/addresses.ts'
import { expectRecorded, expectRefusal, failureAt } from './vocabulary/deeds.ts'
import { countEvents } from './vocabulary/record.ts'
import { inRecordOf, stageM1 } from './vocabulary/scenario.ts'
import { expect, test } from './vocabulary/test.ts'

const THREAD = addressOf.thread('redfix', 1)
const QUESTION = 'Which harness commit was it?'

async function ask(page: Page, from: string, text: string): Promise<void> {
  await page.goto(from)
  await page.getByRole('link', { name: 'Ask about this' }).click()
  const form = page.getByRole('form', { name: 'Ask a question' })
  await form.getByLabel('Question').fill(text)
  await form.getByRole('button', { name: 'Ask' }).click()
  await expectRecorded(page)
}

async function answer(page: Page, text: string): Promise<void> {
  await page.goto(THREAD)
  await page.getByLabel('Reply', { exact: true }).fill(text)
  await page.getByRole('button', { name: 'Record the reply' }).click()
  await expectRecorded(page)
}

test('a question is asked where it arises, answered, and settled by who asked; each sees whose turn it is and what is new', async ({
  resetTo,
  server,
  pageAs,
}) => {
  await resetTo('empty')
  inRecordOf(server, stageM1)
  const adversary = await pageAs('adversary')
  const builder = await pageAs('builder')

  await ask(adversary, addressOf.run(1), QUESTION)
  await expect(adversary.getByText(/^the Builder’s turn, /)).toBeVisible()
  await expect(adversary.getByText('Only the person who asked')).toBeHidden()
  // Who stays on the page reads the answer as it comes.
  await adversary.goto('/')

  await builder.goto(failureAt('mumble'))
  const questions = builder.getByRole('region', { name: 'Questions' })
  await expect(questions.getByRole('img', { name: '1 unread' })).toBeVisible()
  await expect(questions.getByText(/your turn to answer, /)).toBeVisible()
  await questions.getByRole('link', { name: QUESTION }).click()
  await expect(builder.getByText('new', { exact: true })).toBeVisible()
  await expect(builder.getByText('Only the person who asked settles it')).toBeVisible()
  await builder.goto(failureAt('mumble'))
  await expect(questions.getByRole('link', { name: QUESTION })).toBeVisible()
  await expect(questions.getByRole('img', { name: '1 unread' })).toBeHidden()
  await answer(builder, '0a06c41f.')
  await expect(builder.getByText(/^answered, the Adversary’s turn, /)).toBeVisible()

  await adversary.goto(addressOf.threads('redfix'))
  await expect(adversary.getByRole('img', { name: '1 unread' })).toBeVisible()
  await adversary.getByRole('link', { name: QUESTION }).click()
  await expect(adversary.getByText(/^answered, your turn, /)).toBeVisible()
  await adversary.getByRole('button', { name: 'Settle it' }).click()
  await expectRecorded(adversary)
  await expect(adversary.getByText('This was settled').first()).toBeVisible()

  await builder.goto(addressOf.threads('redfix'))
  await expect(builder.getByText('No question is open')).toBeVisible()
  await builder.getByRole('link', { name: QUESTION }).click()
  await expect(builder.getByText('0a06c41f.')).toBeVisible()
  await expect(builder.getByRole('button', { name: 'Record the reply' })).toBeDisabled()
})

test('what nobody claimed is not asked about, and the question is kept; without JavaScript as with it', async ({
  resetTo,
  server,
  pageAs,
}) => {
  await resetTo('empty')
  inRecordOf(server, stageM1)
  for (const javaScriptEnabled of [true, false]) {
    const page = await pageAs('builder', { javaScriptEnabled })
    await page.goto(addressOf.ask('redfix', 'M2'))
    const form = page.getByRole('form', { name: 'Ask a question' })
    await form.getByLabel('Question').fill('When will it be green?')
    await form.getByRole('button', { name: 'Ask' }).click()
    await expectRefusal(page, 'Choose what the question is about.')
    await expect(form.getByLabel('Question')).toHaveValue('When will it be green?')
    await expect(form.getByLabel('Whose answer is wanted')).toHaveValue('adversary')
  }
  expect(countEvents(server, 'thread.opened')).toBe(0)
})

test('who watches reads a question, and is told why they may not ask or reply', async ({ resetTo, server, pageAs }) => {
  await resetTo('empty')
  inRecordOf(server, stageM1)
  await ask(await pageAs('adversary'), failureAt('mumble'), QUESTION)
  const page = await pageAs('stakeholder')
  await page.goto(THREAD)
  await expect(page.getByText(QUESTION)).toBeVisible()
  await expect(page.getByText(/^Only the Operator, the Builder or the Adversary may do this/)).toHaveCount(2)
  await page.goto(addressOf.threads('redfix'))
  await expect(page.getByRole('button', { name: 'Ask a question' })).toBeDisabled()
  await expect(page.getByRole('img', { name: /unread/ })).toBeHidden()
})
