import type { Browser, Page } from '@playwright/test'
import { nextRunNumber } from '#db/ledger/next-run-number.ts'
import { addPerson } from '#db/people/add-person.ts'
import { invite, inviteFurtherSignIn } from '#db/people/invite.ts'
import { must } from '#db/testing/must.ts'
import { asOperator, OPERATOR } from '#db/testing/people.ts'
import type { Server } from '#e2e/server/start-server.ts'
import { authSecret } from '#lib/server/auth/secret.ts'
import { watchKey } from '#lib/server/pages/watch-key.ts'
import { askAround } from './ask-around.ts'
import { expectRecorded, fillRun } from './deeds.ts'
import { fixDiscourse } from './fixed-record.ts'
import { issueAround } from './issue-around.ts'
import { fillRedfix } from './rich-record.ts'
import { inRecordOf } from './scenario.ts'
import { signedInAs } from './sign-in.ts'
import { fillSwarm, type SwarmRuns } from './swarm-record.ts'
import { ODD_TEXT, openWorst, WORST_PHASE } from './worst-record.ts'

type Session = Awaited<ReturnType<typeof signedInAs>>
/** What cannot be known before the record is there. */
export type Prepared = {
  operator: Session
  runWithLog: number
  swarm: SwarmRuns
  watch: string
  worstWatch: string
  join: string
  draft: string
}

/** A seeded server is given a record with everything in it that a screen can show: redfix half judged, and a phase that no layout expects. */
export async function prepareRecord(server: Server, browser: Browser): Promise<Prepared> {
  const links = inRecordOf(server, (db) => {
    const { person, name } = OPERATOR
    addPerson(db, { person, name, invitedBy: null, role: { role: 'operator', phase: null } }, new Date())
    fillRedfix(db)
    fixDiscourse(db)
    openWorst(db)
    askAround(db)
    issueAround(db)
    const now = new Date()
    const secret = authSecret(server.dataFolder)
    return {
      swarm: fillSwarm(db),
      operator: must(inviteFurtherSignIn(db, asOperator({ person }, now))).token,
      join: `/join/${must(invite(db, asOperator({ role: 'stakeholder', phase: null }, now))).token}`,
      watch: `/watch/${watchKey(secret, 'redfix')}`,
      worstWatch: `/watch/${watchKey(secret, WORST_PHASE)}`,
    }
  })
  const context = await browser.newContext({ baseURL: server.address })
  const page = await context.newPage()
  await page.goto(`/join/${links.operator}`)
  await page.getByLabel('Email').fill('olga@example.org')
  await page.getByLabel('Password').fill('a long enough password')
  await page.getByRole('button', { name: 'Join' }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/join'))
  const operator = await context.storageState()
  await context.close()
  const builder = await browser.newContext({
    baseURL: server.address,
    storageState: await signedInAs('builder', browser, server),
  })
  const byHand = await builder.newPage()
  await attachRunWithLog(byHand)
  const runWithLog = inRecordOf(server, (db) => nextRunNumber(db)) - 1
  const draft = await sendReview(byHand)
  await builder.close()
  return { ...links, operator, runWithLog, draft }
}

/** With a log that is coloured and has lines longer than any window. */
async function attachRunWithLog(page: Page): Promise<void> {
  await fillRun(page, {
    failure: 'discourse',
    condition: 'alone',
    outcome: 'red',
    results: 'results/schema2-red-upgrade.json',
    start: '2026-06-17 23:30',
    end: '2026-06-17 23:39',
  })
  const lines = Array.from(
    { length: 300 },
    (_, nth) => `\u001b[32m${nth}\u001b[0m ${nth % 50 === 7 ? 'x'.repeat(5_000) : ODD_TEXT}`,
  )
  const log = { name: 'discourse.log', mimeType: 'text/plain', buffer: Buffer.from(lines.join('\n')) }
  await page.getByLabel('Log', { exact: true }).setInputFiles(log)
  await page.getByRole('button', { name: 'Attach the run' }).click()
  await expectRecorded(page)
}

async function sendReview(page: Page): Promise<string> {
  await page.goto('/import')
  await page.getByLabel('The file').setInputFiles('e2e/fixtures/REVIEW-redfix.txt')
  await page.getByRole('button', { name: 'Show what it says' }).click()
  await page.waitForURL(/\/import\/./)
  return new URL(page.url()).pathname
}
