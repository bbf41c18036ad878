import type { Db } from '#db/db.ts'
import { must } from '#db/testing/must.ts'
import { factsOf } from '#db/testing/phases.ts'
import { recordRuling } from '#db/verdicts/record-ruling.ts'
import { recordVerdict } from '#db/verdicts/record-verdict.ts'
import { addressOf } from '#lib/phases/addresses.ts'
import { expectRecorded } from './vocabulary/deeds.ts'
import { aFile } from './vocabulary/files.ts'
import { expectRefusedAndKept } from './vocabulary/form-body.ts'
import { countEvents } from './vocabulary/record.ts'
import { inRecordOf, stageM1 } from './vocabulary/scenario.ts'
import { asAdversaryNow } from './vocabulary/scenario-now.ts'
import { expect, test } from './vocabulary/test.ts'

/** M1 is claimed, checked and has its PASS. */
function passM1(db: Db): void {
  stageM1(db)
  const said = { phase: 'redfix', gate: 'M1', result: 'pass', reason: 'Seen again, cold.' } as const
  for (const { failure, digest } of factsOf(db).claims[0]?.parts ?? [])
    must(
      recordRuling(db, asAdversaryNow({ ...said, failure, digest, onRecord: null, cites: [], repro: '', stage: null })),
    )
  must(recordVerdict(db, asAdversaryNow({ ...said, digest: factsOf(db).claims[0]?.digest ?? '' })))
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with' : 'without'

  test(`the plan is pasted or sent as a file, ${how} JavaScript; another text makes M1’s PASS stale, and says so before`, async ({
    resetTo,
    server,
    pageAs,
  }) => {
    await resetTo('empty')
    inRecordOf(server, passM1)
    const page = await pageAs('operator', { javaScriptEnabled })
    const form = page.getByRole('form', { name: 'Record the plan' })
    const record = () => form.getByRole('button', { name: 'Record the plan' }).click()
    await page.goto(addressOf.plan('redfix'))
    await expect(page.getByText('The plan’s text is not recorded')).toBeVisible()
    await expect(form.getByText('Recording another text makes M1’s PASS stale.')).toBeVisible()

    await form.getByLabel('What the plan is called').fill('PLAN.md')
    await expectRefusedAndKept(server, form, record, 'Choose the file, or paste its text.')
    await form.getByLabel('The file').setInputFiles(aFile('PLAN.md', new Uint8Array([0xff, 0xfe, 0x00])))
    await expectRefusedAndKept(server, form, record, 'This is not plain text in UTF-8.')
    await form.getByLabel('The file').setInputFiles(aFile('PLAN.md', 'Investigate each alone.\nMerge nothing.\n'))
    await record()
    await expectRecorded(page)
    await expect(page.getByText(/Investigate each alone\.\s+Merge nothing\./)).toBeVisible()
    await expect(page.getByText(/SHA-256 [0-9a-f]{64}/)).toBeVisible()
    await expect(page.getByText('makes M1’s PASS stale')).toHaveCount(0)
    await page.goto(addressOf.gate('redfix', 'M1'))
    await expect(page.getByText(/^PASS, stale/)).toBeVisible()

    await page.goto(addressOf.plan('redfix'))
    await form.getByLabel('Or its text').fill('Investigate each alone.\nMerge nothing.\n')
    await expectRefusedAndKept(server, form, record, /Exactly this plan is on record \(event \d+\)\./)
    expect(countEvents(server, 'plan.recorded')).toBe(1)
  })

  test(`a gate is defined by its requirements, ${how} JavaScript, and one that has a PASS says what defining it anew does`, async ({
    resetTo,
    server,
    pageAs,
  }) => {
    await resetTo('empty')
    inRecordOf(server, passM1)
    const page = await pageAs('operator', { javaScriptEnabled })
    const form = page.getByRole('form', { name: /^Define/ })
    const define = () => form.getByRole('button', { name: /^Define/ }).click()
    await page.goto(addressOf.defineGate('redfix'))
    await form.getByRole('link', { name: 'fixes made and verified' }).click()
    await expect(form.getByLabel('A fix attached and unmerged')).toBeChecked()
    await expect(form.getByLabel('Classified on both axes')).not.toBeChecked()
    const ticked = form.locator('input[type=checkbox]:checked:not(:disabled)')
    while ((await ticked.count()) > 0) await ticked.first().uncheck()
    await form.getByLabel('Name').fill('M2(c)')
    await form.getByLabel('What it asks, in words').fill('Each failure has its cause named.')
    await expectRefusedAndKept(server, form, define, /Choose what the gate asks/)
    await form.getByLabel('Classified on both axes').check()
    await define()
    await expectRecorded(page)
    const defined = inRecordOf(server, (db) => factsOf(db).gates.find(({ gate }) => gate === 'M2(c)'))
    expect(defined?.requirements).toEqual(['classified', 'own-check', 'ruled'])

    await page.goto(addressOf.defineGate('redfix'))
    await page.getByRole('link', { name: 'M1', exact: true }).last().click()
    await expect(form.getByText('Saving this makes M1’s PASS stale.')).toBeVisible()
    await expect(form.getByLabel('Classified on both axes')).toBeChecked()
    await expectRefusedAndKept(server, form, define, 'redfix has a gate M1 that says exactly this.')
    await form.getByLabel('The evidence carries the claim').uncheck()
    await define()
    await expectRecorded(page)
    await page.goto(addressOf.gate('redfix', 'M1'))
    await expect(page.getByText(/^PASS, stale/)).toBeVisible()
  })
}
