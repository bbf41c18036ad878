import type { Page } from '@playwright/test'
import { recordedObservation } from '#db/testing/evidence.ts'
import { callAction } from './vocabulary/call-action.ts'
import { aFile, resultsOf } from './vocabulary/files.ts'
import { bodyOf, expectRefusedAndKept, postNatively, typedIn, withField } from './vocabulary/form-body.ts'
import { countEvents, countLinks, headOf, lastEvent } from './vocabulary/record.ts'
import { RECORDING_FORMS, type RecordingForm } from './vocabulary/recording-forms.ts'
import { asPracticeAdversary, claimM1, inRecordOf, openRedfix, stageM1 } from './vocabulary/scenario.ts'
import { expect, test } from './vocabulary/test.ts'
import { join } from './vocabulary/whole-cast.ts'

const REUSED = 'This form was already submitted, with other content.'
const forms: [string, RecordingForm][] = Object.entries(RECORDING_FORMS)
const formOn = (page: Page, { label }: Pick<RecordingForm, 'label'>) =>
  page.getByRole('form', { name: label, exact: true })
const buttonOn = (page: Page, form: RecordingForm) =>
  formOn(page, form).getByRole('button', { name: new RegExp(`^${form.button}`) })

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
    const answered = page.waitForResponse((response) => response.request().method() === 'POST')
    await buttonOn(page, form).click()
    await answered
    expect(countEvents(server, form.kind)).toBe(before + 1)
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

const ATTACH = '/phases/redfix/failures/mumble/attach-run'
const runForm = (page: Page) => page.getByRole('form', { name: 'Attach a run of mumble' })

async function fillMumbleRun(page: Page, remark: string): Promise<void> {
  await page.goto(ATTACH)
  await page.getByLabel('Recipe version').fill('1.0.0+v1.6.870-0')
  await page.getByLabel('Recipe commit').fill('0a06c41f')
  for (const checkout of await page.getByLabel('Checkout').all()) await checkout.selectOption('no')
  await page.getByRole('radio', { name: /^under load/ }).check()
  await page.getByLabel('Deployment').selectOption('warm')
  await page.getByLabel('Host').fill('cc-ci')
  await page.getByLabel('Start (UTC)').fill('2026-06-17 23:30')
  await page.getByLabel('End (UTC)').fill('2026-06-17 23:39')
  await page.getByRole('checkbox', { name: /^This run raised the alarm/ }).check()
  await page.getByLabel('Outcome').selectOption('red')
  await page.getByLabel('Remark').fill(remark)
}

const LOG = aFile('mumble.log', 'one\ntwo\n')

test('a run with its files: a double click and a second tab attach it once, and what was chosen and sent is kept', async ({
  resetTo,
  server,
  pageAs,
}) => {
  await resetTo('empty')
  inRecordOf(server, openRedfix)
  const page = await pageAs('builder')
  const tab = await page.context().newPage()
  for (const one of [page, tab]) {
    await fillMumbleRun(one, 'Seen twice.')
    await one.getByLabel('results.json').setInputFiles(resultsOf())
    await one.getByLabel('Log', { exact: true }).setInputFiles(LOG)
  }
  await page.getByRole('button', { name: 'Attach the run' }).dblclick()
  await expect(page).toHaveURL(/[?&]done=\d+/)
  expect(countEvents(server, 'run.attached')).toBe(1)

  const typed = await typedIn(runForm(tab))
  await tab.getByRole('button', { name: 'Attach the run' }).click()
  await expect(tab.getByText('This run is attached already, as #1. Nothing was recorded twice.')).toBeVisible()
  expect(await typedIn(runForm(tab))).toEqual(typed)
  await expect(tab.getByText(/^mumble\.log, .+, is kept from your last try/)).toBeVisible()

  await page.goBack()
  await expect(runForm(page)).toBeVisible()
  await page.getByRole('button', { name: 'Attach the run' }).click()
  await expect(page).toHaveURL(/[?&](done|draft)=/)
  expect(countEvents(server, 'run.attached')).toBe(1)
})

test('a run that was sent twice at once is attached once; under its id no other run is', async ({
  resetTo,
  server,
  pageAs,
}) => {
  await resetTo('empty')
  inRecordOf(server, openRedfix)
  const page = await pageAs('builder', { javaScriptEnabled: false })
  await fillMumbleRun(page, 'Sent twice.')
  await page.getByLabel('custom').selectOption('fail')
  const body = await bodyOf(runForm(page))
  const to = '/api/phases/redfix/failures/mumble/runs'
  const answers = await Promise.all([1, 2].map(() => postNatively(page, to, body)))
  for (const answer of answers) expect(answer.headers().location).toMatch(/[?&]done=\d+/)
  expect(countEvents(server, 'run.attached')).toBe(1)

  const other = await postNatively(page, to, withField(body, 'remark', 'Sent otherwise.'))
  await page.goto(other.headers().location ?? '')
  await expect(page.getByText(REUSED)).toBeVisible()
  await expect(page.getByLabel('Remark')).toHaveValue('Sent otherwise.')
  expect(countEvents(server, 'run.attached')).toBe(1)
})

for (const javaScriptEnabled of [true, false]) {
  test(`a refusal keeps text, selects, radios and ticks, ${javaScriptEnabled ? 'with' : 'without'} JavaScript; then it is recorded`, async ({
    resetTo,
    server,
    pageAs,
  }) => {
    await resetTo('empty')
    inRecordOf(server, stageM1)
    const builder = await pageAs('builder', { javaScriptEnabled })
    const adversary = await pageAs('adversary', { javaScriptEnabled })

    await fillMumbleRun(builder, 'Refused first.')
    await builder.getByLabel('custom').selectOption('fail')
    await builder.getByLabel('Log', { exact: true }).setInputFiles(LOG)
    await builder.getByLabel('End (UTC)').fill('2026-06-17 23:00')
    const attach = () => builder.getByRole('button', { name: 'Attach the run' }).click()
    await expectRefusedAndKept(server, runForm(builder), attach, /The end, .*, is before the start/)
    await builder.getByLabel('End (UTC)').fill('2026-06-17 23:39')
    await attach()
    await expect(builder).toHaveURL(/[?&]done=\d+/)
    expect(lastEvent(server, 'run.attached')).toMatchObject({
      payload: { condition: 'load', deployment: 'warm', raisedAlarm: true, log: { name: 'mumble.log', size: 8 } },
    })

    const steps = [
      ['a ruling', adversary, 'Why, in a sentence', 'Say why, in a sentence.', 'Holds.'],
      ['a classification', builder, 'In plain words', /Say it in plain words/, 'It is impatient.'],
      ['an observation', builder, 'Host', 'On which host?', 'cc-ci'],
      ['a note', adversary, 'Note', 'Write the note.', 'Seen again.'],
    ] as const
    for (const [name, page, field, words, mended] of steps) {
      const form: RecordingForm = RECORDING_FORMS[name]
      await page.goto(form.at)
      await form.fill(formOn(page, form), `${name}, refused first.`)
      const wrong = formOn(page, form).getByLabel(field, { exact: field === 'Note' })
      await wrong.fill(' ')
      const press = () => buttonOn(page, form).click()
      await expectRefusedAndKept(server, formOn(page, form), press, words)
      await wrong.fill(mended)
      await press()
      await expect(page).toHaveURL(/[?&]done=\d+/)
    }

    const claim: RecordingForm = RECORDING_FORMS['a claim']
    await builder.goto(claim.at)
    await claim.fill(formOn(builder, claim), ' ')
    const press = () => buttonOn(builder, claim).click()
    await expectRefusedAndKept(server, formOn(builder, claim), press, 'Say what is claimed.')
    await formOn(builder, claim).getByLabel('WHAT is claimed').first().fill('It is impatient.')
    await press()
    await expect(builder).toHaveURL(/[?&]done=\d+/)
    expect(countEvents(server, 'claim.filed')).toBe(2)
  })
}

test('who is no longer signed in reads so, keeps what was typed, and submits it after signing in elsewhere', async ({
  resetTo,
  server,
  pageAs,
}) => {
  await resetTo('empty')
  inRecordOf(server, stageM1)
  const page = await pageAs('builder')
  const form = RECORDING_FORMS['an observation']
  const before = countEvents(server, 'observation.recorded')
  await page.goto(form.at)
  await form.fill(formOn(page, form), 'Typed before the session ended.')
  const cookies = await page.context().cookies()
  await page.context().clearCookies()
  const press = () => buttonOn(page, form).click()
  await expectRefusedAndKept(server, formOn(page, form), press, /You are no longer signed in/)
  await page.context().addCookies(cookies)
  await press()
  await expect(page).toHaveURL(/[?&]done=\d+/)
  expect(countEvents(server, 'observation.recorded')).toBe(before + 1)
})

for (const [name, form] of forms) {
  test(`${name}: what others record meanwhile leaves the text, the focus and the id of the form alone`, async ({
    resetTo,
    server,
    pageAs,
  }) => {
    await resetTo('empty')
    inRecordOf(server, stageM1)
    const page = await pageAs(form.who)
    await page.goto(form.at)
    await expect(page.getByText('live', { exact: true })).toBeVisible()
    await form.fill(formOn(page, form), 'Half a sent')
    const field = formOn(page, form).getByLabel(form.text).first()
    await field.focus()
    const before = await bodyOf(formOn(page, form))
    const drawn = await countRedraws(page)
    inRecordOf(server, (db) => recordedObservation(db, 'gitea', {}, asPracticeAdversary))
    await expect.poll(() => countRedraws(page)).toBeGreaterThan(drawn)
    await page.keyboard.press('End')
    await page.keyboard.type('ence.')
    await expect(field).toHaveValue(/ence\.$/)
    await expect(field).toBeFocused()
    const after = await bodyOf(formOn(page, form))
    const hidden = (body: typeof before) => body.filter(([key]) => key === 'commandId' || key === 'digest')
    expect(hidden(after)).toEqual(hidden(before))
    expect(after.length).toBe(before.length)
  })
}

/** How often the page has been fetched anew so far, whole. */
const countRedraws = (page: Page): Promise<number> =>
  page.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => name.includes('_rsc=')).length)

test('a ruling is on what was read: when the claim was replaced meanwhile it is refused, and the reason is kept', async ({
  resetTo,
  server,
  pageAs,
}) => {
  await resetTo('empty')
  inRecordOf(server, stageM1)
  const page = await pageAs('adversary')
  const form = RECORDING_FORMS['a ruling']
  await page.goto(form.at)
  await expect(page.getByText('live', { exact: true })).toBeVisible()
  await form.fill(formOn(page, form), 'I read revision 1.')
  inRecordOf(server, (db) => claimM1(db, 'run it twice'))
  await expect(page.getByText('run it twice').first()).toBeVisible()
  const press = () => buttonOn(page, form).click()
  await expectRefusedAndKept(
    server,
    formOn(page, form),
    press,
    /While you wrote, revision 2 replaced what you were reading/,
  )
  // Now the new claim has been read.
  await press()
  await expect(page).toHaveURL(/[?&]done=\d+/)
  expect(lastEvent(server, 'ruling.recorded')).toMatchObject({ payload: { revision: 2, reason: 'I read revision 1.' } })
})

test('a REVIEW file is recorded once, whatever is clicked twice, in two tabs or after going back', async ({
  resetTo,
  server,
  pageAs,
}) => {
  await resetTo('empty')
  const page = await pageAs('builder')
  await page.goto('/import')
  await page.getByLabel('The file').setInputFiles('e2e/fixtures/REVIEW-redfix.txt')
  await page.getByRole('button', { name: 'Show what it says' }).dblclick()
  await expect(page).toHaveURL(/\/import\/[0-9a-f-]+$/)
  const tab = await page.context().newPage()
  await tab.goto(page.url())
  await expect(tab.getByRole('button', { name: /^Record \d+ items/ })).toBeVisible()
  await page.getByRole('button', { name: /^Record \d+ items/ }).dblclick()
  await expect(page).toHaveURL(/[?&]done=\d+/)
  const head = headOf(server)
  await expect(tab.getByText('Nothing in this file is new.')).toBeVisible()
  await page.goBack()
  await expect(page.getByText('Nothing in this file is new.')).toBeVisible()
  expect(headOf(server)).toBe(head)
  expect(countEvents(server, 'review.imported')).toBe(1)
})

test('two tabs record one REVIEW file at once: it is recorded once, and the other tab reads why not', async ({
  resetTo,
  server,
  pageAs,
}) => {
  await resetTo('empty')
  const page = await pageAs('builder', { javaScriptEnabled: false })
  await page.goto('/import')
  await page.getByLabel('The file').setInputFiles('e2e/fixtures/REVIEW-redfix.txt')
  await page.getByRole('button', { name: 'Show what it says' }).click()
  const form = page.getByRole('form', { name: 'Record what the file says' })
  const one = await bodyOf(form)
  await page.reload()
  const other = await bodyOf(form)
  const answers = await Promise.all([one, other].map((body) => postNatively(page, page.url(), body)))
  expect(answers.map((answer) => answer.status()).sort()).toEqual([200, 303])
  const refused = answers.find((answer) => answer.status() === 200)
  expect(await refused?.text()).toMatch(/Not recorded/)
  expect(countEvents(server, 'review.imported')).toBe(1)
  expect(countEvents(server, 'phase.opened')).toBe(1)
})

test('an invitation makes one link however often it is sent, and a link that two follow at once lets one in', async ({
  resetTo,
  server,
}) => {
  await resetTo('empty')
  const operator = await join(server, 'Oda', { role: 'operator', phase: null })
  const links = countLinks(server)
  const invitation = { commandId: crypto.randomUUID(), role: 'builder', phase: '*' }
  const invite = () =>
    callAction(server, 'app/people/actions.ts#submitInvitation', invitation, { Cookie: operator.cookie })
  const told = (await Promise.all([invite(), invite()])).map(({ said }) => said)
  expect(countLinks(server)).toBe(links + 1)
  const [token = ''] = told.flatMap((said) => /\/join\/([\w-]{43})"/.exec(said)?.[1] ?? [])
  expect(told.filter((said) => said.includes('was shown once already'))).toHaveLength(1)

  const people = countEvents(server, 'person.added')
  const follow = (name: string) =>
    callAction(server, 'app/join/[token]/actions.ts#submitJoin', {
      ...{ token, name, email: `${name}@example.org`, password: 'a long enough password' },
    })
  const answers = await Promise.all([follow('bea'), follow('bob')])
  expect(answers.filter(({ wentTo }) => wentTo !== null)).toHaveLength(1)
  expect(answers.filter(({ said }) => said.includes('This link was used'))).toHaveLength(1)
  expect(countEvents(server, 'person.added')).toBe(people + 1)
})
