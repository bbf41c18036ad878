import type { Page } from '@playwright/test'
import type { Db } from '#db/db.ts'
import { configureHost, pinHostKey } from '#db/swarm/configure-host.ts'
import { must } from '#db/testing/must.ts'
import { asOperator } from '#db/testing/people.ts'
import { fingerprintOf, typedHost, typedKey } from '#db/testing/swarm.ts'
import { addressOf } from '#lib/phases/addresses.ts'
import { expectRecorded, expectRefusal, failureAt } from './vocabulary/deeds.ts'
import { countEvents } from './vocabulary/record.ts'
import { claimM1, classifyBoth, inRecordOf, openRedfix, stageM1 } from './vocabulary/scenario.ts'
import { showKey } from './vocabulary/shown-key.ts'
import { expect, test } from './vocabulary/test.ts'

const HOUR_MS = 3_600_000

/** cc-ci, confirmed, where nobody answers: what is asked for there waits. */
function addHost(db: Db): void {
  must(configureHost(db, asOperator(typedHost({ address: '127.0.0.1', port: 9 }), new Date())))
  must(pinHostKey(db, asOperator(typedKey(fingerprintOf('A')), new Date())))
}
function stageHost(db: Db): void {
  stageM1(db)
  addHost(db)
}

async function reserve(page: Page, reason: string, lasts: string): Promise<void> {
  await page.goto(addressOf.swarm())
  const form = page.getByRole('form', { name: 'Reserve cc-ci' })
  await form.getByText('Reserve the node').click()
  await form.getByLabel('What for').fill(reason)
  await form.getByText(lasts, { exact: true }).click()
  await form.getByRole('button', { name: 'Reserve it' }).click()
}

test('a host is configured, known by the key that was compared once, and a changed key is said loudly', async ({
  resetTo,
  pageAs,
}) => {
  await resetTo('empty')
  const page = await pageAs('operator')
  const shown = await showKey()
  await page.goto(addressOf.swarm())
  await expect(page.getByText('There is no host yet')).toBeVisible()
  await page.getByRole('link', { name: 'Configure a host' }).click()
  const form = page.getByRole('form', { name: 'Configure a host' })
  await form.getByLabel('Name').fill('cc-ci')
  await form.getByLabel('Address').fill('not an address')
  await form.getByLabel('Port').fill(String(shown.port))
  for (const side of ['Builder', 'Adversary']) await form.getByLabel(`Key of the ${side}’s side`).fill('agent')
  await form.getByRole('button', { name: 'Configure the host' }).click()
  await expectRefusal(page, 'An address is a host name or an IP address.')
  await form.getByLabel('Address').fill('127.0.0.1')
  await form.getByRole('button', { name: 'Configure the host' }).click()
  await expectRecorded(page)

  await expect(page.getByText(shown.fingerprint)).toBeVisible()
  await expect(page.getByText('ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub')).toBeVisible()
  await page.getByRole('button', { name: /^I have compared it/ }).click()
  await expectRecorded(page)
  await expect(page.getByText(shown.fingerprint)).toBeVisible()
  await page.getByRole('button', { name: 'Probe now' }).click()
  await expect(page.getByText(/^Could not be asked: /)).toBeVisible()

  await shown.close()
  const other = await showKey(shown.port)
  await page.goto(addressOf.configureHost('cc-ci'))
  const alert = page.getByRole('alert').filter({ hasText: 'The key of cc-ci has changed' })
  await expect(alert).toContainText(shown.fingerprint)
  await expect(page.getByText(other.fingerprint)).toBeVisible()
  await other.close()

  await page.goto(addressOf.swarm())
  await page.getByText('Retire cc-ci').click()
  await page.getByLabel('Why it is used no more').fill('It moved.')
  await page.getByRole('button', { name: 'Retire it' }).click()
  await expectRecorded(page)
  await expect(page.getByText('used no more')).toBeVisible()
})

test('who does not operate hosts sees the form and why it is not for them', async ({ resetTo, pageAs }) => {
  await resetTo('empty')
  const page = await pageAs('builder')
  await page.goto(addressOf.configureHost())
  await expect(page.getByRole('button', { name: 'Configure the host' })).toBeDisabled()
  await expect(page.getByText(/^Only the Operator may do this/)).toBeVisible()
})

test('one side reserves the node: the other sees it everywhere, queues, asks; the Operator takes it back with a reason', async ({
  resetTo,
  server,
  pageAs,
}) => {
  await resetTo('empty')
  inRecordOf(server, stageHost)
  const builder = await pageAs('builder')
  const adversary = await pageAs('adversary')
  await reserve(builder, 'Three runs of mumble.', '1 h')
  await expectRecorded(builder)
  await expect(builder.getByText(/Reserved by the Builder of redfix/)).toBeVisible()

  await adversary.goto(addressOf.phase('redfix'))
  await expect(adversary.getByText(/^cc-ci: reserved by the Builder until \d\d:\d\dZ$/)).toBeVisible()
  await adversary.goto(failureAt('mumble'))
  await adversary.getByRole('button', { name: 'Run cold' }).click()
  await expectRecorded(adversary)
  await expect(
    adversary.getByText(/cc-ci is held by the Builder of redfix until .*: Three runs of mumble\./),
  ).toBeVisible()
  await adversary.goto(addressOf.swarm())
  await expect(adversary.getByText('Only the side that holds the node releases it, or the Operator.')).toBeVisible()
  await adversary.getByRole('link', { name: /^Ask them/ }).click()
  await expect(adversary.getByLabel('Whose answer is wanted')).toHaveValue('builder')

  const operator = await pageAs('operator')
  await operator.goto(addressOf.swarm())
  await operator.getByRole('button', { name: 'Take the node back' }).click()
  await expectRefusal(operator, 'Say why you take the node back.')
  await operator.getByLabel('Why it is taken back').fill('A sweep is due.')
  await operator.getByRole('button', { name: 'Take the node back' }).click()
  await expectRecorded(operator)
  await expect(operator.getByText(/Reserved by/)).toBeHidden()
})

test('a reservation ends by itself, at a time that was typed', async ({ resetTo, server, pageAs }) => {
  await resetTo('empty')
  inRecordOf(server, stageHost)
  const page = await pageAs('adversary', { javaScriptEnabled: false })
  await reserve(page, 'Two runs.', 'until a time')
  await expectRefusal(page, 'Say until when: a UTC time like 14:00, or 2026-06-18 14:00.')
  const form = page.getByRole('form', { name: 'Reserve cc-ci' })
  await expect(form.getByLabel('What for')).toHaveValue('Two runs.')
  const end = new Date(Date.now() + HOUR_MS).toISOString().slice(0, 16).replace('T', ' ')
  await form.getByLabel('The time, if you chose one').fill(end)
  await form.getByRole('button', { name: 'Reserve it' }).click()
  await expectRecorded(page)
  await server.passTime(2 * HOUR_MS)
  await page.goto(addressOf.swarm())
  await expect(page.getByText('Nobody: it is free.')).toBeVisible()
  await expect.poll(() => countEvents(server, 'reservation.released')).toBe(1)
})

test('a cold run is asked for by one press and taken out of the queue with a reason, without JavaScript as with it', async ({
  resetTo,
  server,
  pageAs,
}) => {
  await resetTo('empty')
  inRecordOf(server, stageHost)
  for (const javaScriptEnabled of [true, false]) {
    const page = await pageAs('adversary', { javaScriptEnabled })
    await page.goto(failureAt('mumble'))
    await page.getByRole('button', { name: 'Run cold' }).click()
    await expectRecorded(page)
    await expect(page).toHaveURL(/\/runs\/\d+/)
    await expect(page.getByText(/^Number 1 of 1 in the queue of cc-ci/)).toBeVisible()
    await page.getByRole('button', { name: 'Take it out of the queue' }).click()
    await expect(page.getByText('Say why it is to end.')).toBeVisible()
    await page.getByLabel('Why', { exact: true }).fill('Not needed.')
    await page.getByRole('button', { name: 'Take it out of the queue' }).click()
    await expect(page.getByText('It never started')).toBeVisible()
  }
  expect(countEvents(server, 'run.dropped')).toBe(2)
})

test('where main stands is asked of the host; a host that cannot be asked is named, and nothing is queued', async ({
  resetTo,
  server,
  pageAs,
}) => {
  await resetTo('empty')
  inRecordOf(server, stageHost)
  const page = await pageAs('builder')
  await page.goto(addressOf.askRun('redfix', 'gitea'))
  await expect(page.getByText(/^cc-ci cannot be asked for its references now/).first()).toBeVisible()
  await page.getByRole('button', { name: 'Queue the run' }).click()
  await expectRefusal(page, /cannot be read/)
  await page.getByLabel('Or a commit').first().fill('1234')
  await page.getByRole('button', { name: 'Queue the run' }).click()
  await expectRefusal(page, 'A commit is typed with all its 40 digits 0-9 and a-f.')
  expect(countEvents(server, 'run.requested')).toBe(0)
  await page.getByLabel('Or a commit').first().fill('0a1b'.repeat(10))
  await page.getByText('Cold, under load').click()
  await page.getByLabel('When', { exact: true }).selectOption('wait for the claim on M2')
  await page.getByRole('button', { name: 'Queue the run' }).click()
  await expectRecorded(page)
  await expect(page.getByText('It waits until M2 is claimed.')).toBeVisible()
})

test('the Adversary queues what is owed on a gate by one press, and nothing twice', async ({
  resetTo,
  server,
  pageAs,
}) => {
  await resetTo('empty')
  inRecordOf(server, (db) => {
    openRedfix(db)
    classifyBoth(db)
    claimM1(db)
    addHost(db)
  })
  const page = await pageAs('adversary')
  await page.goto(addressOf.gate('redfix', 'M1'))
  const owed = page.getByRole('region', { name: 'Own checks you owe' })
  await expect(owed.getByText('1 run, about 5 min, one after the other.')).toBeVisible()
  await expect(owed.getByText('your own reading of code or observation')).toBeVisible()
  await owed.getByRole('button', { name: 'Queue what I owe' }).click()
  await expect(page).toHaveURL(/queued=1/)
  await expect(owed.getByText('Every run that is owed is queued.')).toBeVisible()
  expect(countEvents(server, 'run.requested')).toBe(1)
})
