import type { Page } from '@playwright/test'
import { bodyOf, expectRefusedAndKept, postNatively, typedIn, withField } from './vocabulary/form-body.ts'
import { countEvents, headOf, lastEvent } from './vocabulary/record.ts'
import { RECORDING_FORMS, type RecordingForm } from './vocabulary/recording-forms.ts'
import { claimM1, inRecordOf, stageM1 } from './vocabulary/scenario.ts'
import { expect, test } from './vocabulary/test.ts'

const REUSED = 'This form was already submitted, with other content.'
const forms: [string, RecordingForm][] = Object.entries(RECORDING_FORMS)
const formOn = (page: Page, { label }: Pick<RecordingForm, 'label'>) =>
  page.getByRole('form', { name: label, exact: true })
const buttonOn = (page: Page, form: RecordingForm) =>
  formOn(page, form).getByRole('button', { name: form.button, exact: true })

for (const [name, form] of forms) {
  test(`${name}: a double click, a second tab and the way back record nothing twice, and lose nothing`, async ({
    resetTo,
    server,
    pageAs,
  }) => {
    await resetTo('empty')
    inRecordOf(server, stageM1)
    const page = await pageAs(form.who)
    const tab = await page.context().newPage()
    for (const one of [page, tab]) {
      await one.goto(form.at)
      await form.fill(formOn(one, form), 'Seen twice.')
    }
    const before = countEvents(server, form.kind)
    await buttonOn(page, form).dblclick()
    await expect(page).toHaveURL(/[?&]done=\d+/)
    expect(countEvents(server, form.kind)).toBe(before + 1)

    await expectRefusedAndKept(server, formOn(tab, form), () => buttonOn(tab, form).click(), form.twice)

    await page.goBack()
    await form.fill(formOn(page, form), 'Seen twice.')
    const again = formOn(page, form).getByRole('button', { name: new RegExp(`^${form.button.split(',')[0]}`) })
    await again.click()
    await expect(formOn(page, form).getByText(form.twice).or(page.getByText('Seen twice.')).first()).toBeVisible()
    await expect.poll(() => countEvents(server, form.kind)).toBe(before + 1)
  })

  test(`${name}: the same form posted twice at once is one event; under its id nothing else is recorded`, async ({
    resetTo,
    server,
    pageAs,
  }) => {
    await resetTo('empty')
    inRecordOf(server, stageM1)
    const page = await pageAs(form.who, { javaScriptEnabled: false })
    await page.goto(form.at)
    await form.fill(formOn(page, form), 'Posted twice.')
    const before = countEvents(server, form.kind)
    const body = await bodyOf(formOn(page, form), form.button)
    const answers = await Promise.all([1, 2].map(() => postNatively(page, form.at, body)))
    for (const answer of answers) {
      expect(answer.status()).toBe(303)
      expect(answer.headers().location).toMatch(/[?&]done=\d+/)
    }
    expect(countEvents(server, form.kind)).toBe(before + 1)

    // What the first body said is said otherwise, in the same form.
    const [field] = body.find(([, value]) => value.trim() === 'Posted twice.') ?? ['']
    const other = await postNatively(page, form.at, withField(body, field, 'Posted otherwise.'))
    const answered = await other.text()
    expect(answered).toContain(REUSED)
    expect(answered).toContain('Posted otherwise.')
    expect(countEvents(server, form.kind)).toBe(before + 1)
  })
}
