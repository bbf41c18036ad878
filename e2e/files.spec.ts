import type { Page } from '@playwright/test'
import { recordedObservation } from '#db/testing/evidence.ts'
import { aFile, type ChosenFile, fixture, keptIn, resultsOf, writeLargeLog } from './vocabulary/files.ts'
import { peakMemoryOf } from './vocabulary/peak-memory.ts'
import { sendRaw } from './vocabulary/raw-request.ts'
import { countEvents, headOf, lastEvent } from './vocabulary/record.ts'
import { asPracticeBuilder, inRecordOf, openRedfix } from './vocabulary/scenario.ts'
import { expect, test } from './vocabulary/test.ts'

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex')
const ATTACH = '/phases/redfix/failures/mumble/attach-run'
const runForm = (page: Page) => page.getByRole('form', { name: 'Attach a run of mumble' })

type Different = { outcome?: 'green' | 'red'; start?: string; end?: string; tier?: string }

/** A run that went 23:30 to 23:39: what is chosen of it before its files. */
async function fillRun(page: Page, { outcome = 'red', start = '23:30', end = '23:39', tier }: Different = {}) {
  await page.goto(ATTACH)
  await page.getByLabel('Recipe version').fill('1.0.0+v1.6.870-0')
  for (const checkout of await page.getByLabel('Checkout').all()) await checkout.selectOption('clean')
  await page.getByRole('radio', { name: /^alone/ }).check()
  await page.getByLabel('Host').fill('cc-ci')
  await page.getByLabel('Start (UTC)').fill(`2026-06-17 ${start}`)
  await page.getByLabel('End (UTC)').fill(`2026-06-17 ${end}`)
  await page.getByLabel('Outcome').selectOption(outcome)
  if (tier !== undefined) await page.getByLabel('custom').selectOption(tier)
}

const attach = (page: Page) => page.getByRole('button', { name: 'Attach the run' }).click()

async function attachLog(page: Page, log: ChosenFile | string, start: string): Promise<void> {
  await fillRun(page, { start, tier: 'fail' })
  await page.getByLabel('Log', { exact: true }).setInputFiles(log)
  await attach(page)
  await expect(page).toHaveURL(/[?&]done=\d+/, { timeout: 60_000 })
}

type Odd = [what: string, file: ChosenFile, sentence: RegExp, different?: Different]

const ODD_RESULTS: Odd[] = [
  ['a picture', aFile('results.json', PNG), /results\.json: has a NUL at|is not valid UTF-8|is not JSON/],
  ['an empty file', aFile('results.json', ''), /The results\.json file is empty\./],
  ['only white space', aFile('results.json', ' \r\n'), /results\.json: is empty\./],
  ['cut in the middle', aFile('results.json', resultsOf().buffer.subarray(0, 300)), /the file was cut/],
  ['invalid UTF-8', aFile('results.json', fixture('results/invalid-utf8.json')), /is not valid UTF-8 at character/],
  ['a page of HTML', aFile('results.json', '<!doctype html><script>alert(1)</script>'), /is not JSON: it begins with/],
  ['another JSON', aFile('results.json', '{"name":"x"}'), /there is no schema in it/],
  ['a list', aFile('results.json', '[]'), /is not JSON|holds a list, not one object/],
  ['a schema to come', aFile('results.json', fixture('results/schema3.json')), /schema 3 is not known; 1 and 2 are/],
  ['a status unknown', aFile('results.json', fixture('results/unknown-status.json')), /stage \d.* status/],
  ['another recipe', resultsOf({ recipe: 'gitea' }), /This results\.json is of gitea; the run is of mumble\./],
  ['green in words', resultsOf(), /entered as green, but the tier custom failed/, { outcome: 'green' }],
  ['finished too late', resultsOf(), /finished at 2026-06-17 23:39Z, after the end/, { end: '23:35' }],
  ['end before start', resultsOf(), /The end, .*, is before the start/, { start: '23:50' }],
]

test('a results.json that is not what it says is refused with its reason, and nothing is recorded', async ({
  resetTo,
  server,
  pageAs,
}) => {
  test.setTimeout(90_000)
  await resetTo('empty')
  inRecordOf(server, openRedfix)
  const page = await pageAs('builder')
  const head = headOf(server)
  for (const [what, file, sentence, different] of ODD_RESULTS) {
    await test.step(what, async () => {
      await fillRun(page, different)
      await page.getByLabel('Remark').fill(`With ${what}.`)
      await page.getByLabel('results.json').setInputFiles(file)
      await attach(page)
      await expect(page).toHaveURL(/[?&]draft=/)
      await expect(runForm(page).getByText(sentence).first()).toBeVisible()
      await expect(page.getByLabel('Remark')).toHaveValue(`With ${what}.`)
      expect(headOf(server)).toBe(head)
    })
  }
  expect((await keptIn(server)).incoming).toEqual([])
})

test('CRLF, a byte order mark and schema 1 are taken', async ({ resetTo, server, pageAs }) => {
  await resetTo('empty')
  inRecordOf(server, openRedfix)
  const page = await pageAs('builder')
  const windows = `\uFEFF${resultsOf().buffer.toString('utf8').replaceAll('\n', '\r\n')}`
  await fillRun(page)
  await page.getByLabel('results.json').setInputFiles(aFile('results.json', windows))
  await attach(page)
  await expect(page).toHaveURL(/[?&]done=\d+/)
  await fillRun(page, { start: '23:31' })
  const old = { schema: 1, pr: '', ref: '', run_id: 7, level_cap_reason: 'custom failed' }
  await page.getByLabel('results.json').setInputFiles(resultsOf(old))
  await attach(page)
  await expect(page).toHaveURL(/[?&]done=\d+/)
  expect(lastEvent(server, 'run.attached')).toMatchObject({ payload: { schema: 1, runId: '7' } })
})

test('an empty log is refused, and so is a picture; CRLF, invalid UTF-8 and a missing last line end are shown as what they are', async ({
  resetTo,
  server,
  pageAs,
}) => {
  await resetTo('empty')
  inRecordOf(server, openRedfix)
  const page = await pageAs('builder')
  await fillRun(page, { tier: 'fail' })
  await page.getByLabel('Log', { exact: true }).setInputFiles(aFile('empty.log', ''))
  await attach(page)
  await expect(page.getByText('The log file is empty.')).toBeVisible()
  await fillRun(page, { tier: 'fail' })
  await page.getByLabel('Log', { exact: true }).setInputFiles(aFile('picture.log', PNG))
  await attach(page)
  await expect(page.getByText('This is not a text log: line 3 holds a NUL byte.')).toBeVisible()
  expect(countEvents(server, 'run.attached')).toBe(0)

  const bytes = Buffer.concat([Buffer.from('first\r\nbroken '), Buffer.from([0xff, 0xfe]), Buffer.from(' end\r\nlast')])
  await attachLog(page, aFile('odd.log', bytes), '23:31')
  await page.goto('/runs/1')
  const lines = page.getByRole('list', { name: 'Log of run #1' }).getByRole('listitem')
  await expect(lines).toHaveText([/first$/, /broken \uFFFD\uFFFD end$/, /last$/])
  const sent = await page.request.get('/api/runs/1/log')
  expect(await sent.body()).toEqual(bytes)
})

test('a log of 300 MB arrives whole, opens at its end, jumps to a line, and never lies in memory', async ({
  resetTo,
  server,
  pageAs,
}) => {
  test.setTimeout(180_000)
  await resetTo('empty')
  inRecordOf(server, openRedfix)
  const log = await writeLargeLog(300 * 2 ** 20)
  try {
    const page = await pageAs('builder')
    await attachLog(page, log.path, '23:30')
    expect(lastEvent(server, 'run.attached')).toMatchObject({
      payload: { log: { sha256: log.sha256, size: log.size } },
    })
    expect((await keptIn(server)).incoming).toEqual([])

    await page.goto('/runs/1', { timeout: 60_000 })
    await expect(page.getByText(`of ${log.lines.toLocaleString('en')}`)).toBeVisible()
    await expect(page.getByText(`line ${log.lines} `)).toBeVisible()
    await page.getByLabel('Lines', { exact: true }).fill('1000000')
    await page.getByRole('button', { name: 'Go' }).click()
    await expect(page.locator('#L1000000')).toContainText('line 1000000 ')
    await page.getByRole('link', { name: 'Line 1000002' }).click()
    await expect(page).toHaveURL('/runs/1?lines=1000002#L1000002')
    await expect(page.locator('#L1000002')).toHaveAttribute('data-hit', '')
    expect(peakMemoryOf(server) ?? 0, 'MiB at most').toBeLessThan(400)
  } finally {
    await log.remove()
  }
})

test('an upload that is cut half way leaves no file and no event', async ({ resetTo, server, pageAs }) => {
  await resetTo('empty')
  inRecordOf(server, openRedfix)
  const page = await pageAs('builder')
  await page.goto(ATTACH)
  const cookies = await page.context().cookies()
  const head = headOf(server)
  const body = new FormData()
  body.append('commandId', crypto.randomUUID())
  body.append('log', new Blob(['a line\n'.repeat(1_000_000)]), 'cut.log')
  const headers = {
    Cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
    Origin: server.address,
  }
  const to = `${server.address}/api/phases/redfix/failures/mumble/runs`
  await sendRaw(to, { method: 'POST', headers, body, cutAfter: 3_500_000 })
  await expect.poll(async () => (await keptIn(server)).incoming).toEqual([])
  expect((await keptIn(server)).kept).toEqual([])
  expect(headOf(server)).toBe(head)
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Attach a run')
})

const NAMES = [
  ['../../etc/passwd', 'passwd'],
  ['..', 'unnamed'],
  ['C:\\temp\\evil.log', 'evil.log'],
  ['\u202Egol.exe', 'gol.exe'],
  ['a\u0000b.log', 'ab.log'],
  ['<img src=x onerror=alert(1)>.svg', '<img src=x onerror=alert(1)>.svg'],
] as const

test('the name of a file is a label: no path, no control character, no markup', async ({ resetTo, server, pageAs }) => {
  await resetTo('empty')
  inRecordOf(server, openRedfix)
  const page = await pageAs('builder')
  const outside = (await keptIn(server)).kept.length
  for (const [at, [name, label]] of NAMES.entries()) {
    await fillRun(page, { start: `23:1${at}`, tier: 'fail' })
    const body = new FormData()
    for (const [field, value] of await entriesOf(page)) body.append(field, value)
    body.append('log', new Blob([`log ${at}\n<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>`]), name)
    const cookies = (await page.context().cookies()).map((one) => `${one.name}=${one.value}`).join('; ')
    const headers = { Cookie: cookies, Origin: server.address }
    const to = `${server.address}/api/phases/redfix/failures/mumble/runs`
    const { headers: answered } = await sendRaw(to, { method: 'POST', headers, body })
    expect(answered.location).toMatch(/[?&]done=/)
    expect(lastEvent(server, 'run.attached')).toMatchObject({ payload: { log: { name: label } } })
    await page.goto(`/runs/${at + 1}`)
    await expect(page.getByText(label).first()).toBeVisible()

    const sent = await page.request.get(`/api/runs/${at + 1}/log`)
    expect(sent.headers()).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(label)}`,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
    })
  }
  const names = (await keptIn(server)).kept.map((file) => file.name)
  expect(names.length).toBeGreaterThan(outside)
  for (const name of names.filter((one) => !one.endsWith('.lines')))
    expect(name).toMatch(/^\w+(\/[0-9a-f]{2}){2}\/[0-9a-f]{64}$/)
})

const entriesOf = (page: Page): Promise<[string, string][]> =>
  runForm(page).evaluate((form) => {
    if (!(form instanceof HTMLFormElement)) return []
    return [...new FormData(form)].flatMap(([name, value]): [string, string][] =>
      typeof value === 'string' ? [[name, value]] : [],
    )
  })

const MARKUP = '<script>alert(1)</script><img src=x onerror=alert(1)> [a](javascript:alert(1))'
const ESCAPES =
  '\u001b]8;;javascript:alert(1)\u0007click\u001b]8;;\u0007 \u001b[31mred\u001b[0m \u001b[2J\u001b]0;title\u0007'

test('markup and terminal escapes in logs, observations, notes and REVIEW files are shown as text, and nothing runs', async ({
  resetTo,
  server,
  pageAs,
}) => {
  await resetTo('empty')
  inRecordOf(server, openRedfix)
  const page = await pageAs('builder')
  const dialogs: string[] = []
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    return dialog.dismiss()
  })
  await attachLog(page, aFile('evil.log', `${MARKUP}\n${ESCAPES}\n`), '23:30')
  await page.goto('/runs/1')
  const lines = page.getByRole('list', { name: 'Log of run #1' }).getByRole('listitem')
  await expect(lines.first()).toContainText(MARKUP)
  await expect(lines.nth(1)).toHaveText(/click red/)
  expect(await lines.nth(1).innerText()).not.toContain('\u001b')
  await expect(lines.locator('script, img, a[href^="javascript"]')).toHaveCount(0)

  inRecordOf(server, (db) =>
    recordedObservation(db, 'mumble', { output: `${MARKUP}\n${ESCAPES}`, command: MARKUP }, asPracticeBuilder),
  )
  await page.goto('/phases/redfix/write-note?failure=mumble')
  await page.getByLabel('Note', { exact: true }).fill(`${MARKUP} ${ESCAPES}`)
  await page.getByRole('button', { name: 'Record the note' }).click()
  await expect(page).toHaveURL(/[?&]done=\d+/)
  await expect(page.getByText(MARKUP, { exact: false }).first()).toBeVisible()
  await expect(page.getByRole('main').locator('script, img, a[href^="javascript"]')).toHaveCount(0)

  await page.goto('/import')
  const review = `# REVIEW — phase redfix (Adversary)\n\n## Adversary verification log\n\n- 2026-06-17T23:18Z — ${MARKUP}\n`
  await page.getByLabel('Or its text').fill(review)
  await page.getByRole('button', { name: 'Show what it says' }).click()
  await expect(page.getByText('<script>alert(1)</script>').first()).toBeVisible()
  await expect(page.getByRole('main').locator('script, img, a[href^="javascript"]')).toHaveCount(0)
  expect(dialogs).toEqual([])
})

const REVIEW = fixture('REVIEW-redfix.txt').toString('utf8')
const ODD_REVIEWS: [what: string, content: string | Buffer, sentence: RegExp | null][] = [
  ['empty', '', /Choose the file, or paste its text|The REVIEW file is empty/],
  ['a picture', PNG, /line 1/i],
  ['invalid UTF-8', Buffer.concat([Buffer.from(REVIEW), Buffer.from([0xff, 0xfe, 0x0a])]), /line \d+/i],
  ['HTML', '<!doctype html>\n<html><body>hello</body></html>', /line 1/i],
  ['another text', 'Dear all,\nplease find attached.\n', /line 1/i],
  ['with CRLF', REVIEW.replaceAll('\n', '\r\n'), null],
  ['cut in the middle', REVIEW.slice(0, 1500), null],
]

test('a REVIEW file that is none is refused with its line, as a file and as pasted text; one that is cut is read up to there', async ({
  resetTo,
  server,
  pageAs,
}) => {
  await resetTo('empty')
  const page = await pageAs('builder')
  const head = headOf(server)
  for (const [what, content, sentence] of ODD_REVIEWS) {
    for (const way of ['file', 'text'] as const) {
      if (way === 'text' && Buffer.isBuffer(content)) continue
      await test.step(`${what}, as ${way}`, async () => {
        await page.goto('/import')
        if (way === 'file') await page.getByLabel('The file').setInputFiles(aFile('REVIEW-redfix.md', content))
        else await page.getByLabel('Or its text').fill(String(content))
        const pasted = await page.getByLabel('Or its text').inputValue()
        await page.getByRole('button', { name: 'Show what it says' }).click()
        if (sentence === null) {
          await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^What the file says/)
        } else {
          await expect(page.getByRole('form').getByText(sentence).first()).toBeVisible()
          await expect(page.getByLabel('Or its text')).toHaveValue(pasted)
        }
        expect(headOf(server)).toBe(head)
      })
    }
  }
})
