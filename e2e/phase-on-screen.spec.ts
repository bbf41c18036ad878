import type { Page } from '@playwright/test'
import { addressOf } from '#lib/phases/addresses.ts'
import {
  attachRun,
  citeCode,
  classify,
  expectRecorded,
  expectRefusal,
  failureAt,
  fileClaim,
  giveVerdict,
  recordObservation,
  rule,
} from './vocabulary/deeds.ts'
import { expect, test } from './vocabulary/test.ts'

const CLASSIFIED = [
  {
    failure: 'discourse',
    behaviour: 'always red',
    place: 'stale test',
    cause: 'The overlay test asks for an unreleased image.',
    plain: 'The app was fine; an outdated test was wrong about it.',
    cites: ['#1'],
  },
  {
    failure: 'mattermost-lts',
    behaviour: 'always red',
    place: 'recipe',
    cause: 'No restore hook brings the dump back.',
    plain: 'Restoring a backup loses data.',
    cites: ['#2'],
  },
  {
    failure: 'mumble',
    behaviour: 'always red',
    place: 'recipe',
    cause: 'The handshake gives up after one second.',
    plain: 'It gives up too soon.',
    cites: ['code-1'],
  },
  {
    failure: 'bluesky-pds',
    behaviour: 'always red',
    place: 'recipe',
    cause: 'The alias app collides on the proxy network.',
    plain: 'Two apps answer to the same internal name.',
    cites: ['obs-1'],
  },
  {
    failure: 'gitea',
    behaviour: 'always red',
    place: 'recipe',
    cause: 'app.ini is mounted read-only.',
    plain: 'The upgrade cannot write its settings file.',
    cites: ['code-2'],
  },
  {
    failure: 'keycloak',
    behaviour: 'always red',
    place: 'warm machinery',
    cause: 'Its canonical domain equals the live provider’s.',
    plain: 'Its test address is the one the live service uses.',
    cites: ['code-3'],
  },
]
const DISCOURSE_RUN = {
  failure: 'discourse',
  condition: 'alone',
  outcome: 'red',
  results: 'results/schema2-red-upgrade.json',
  log: 'logs/discourse-m1.log',
  start: '2026-06-17 23:30',
  end: '2026-06-17 23:39',
} as const
const MATTERMOST_RUN = {
  failure: 'mattermost-lts',
  condition: 'alone',
  outcome: 'red',
  results: 'results/schema2-red-restore.json',
  log: 'logs/mumble-crlf.log',
  start: '2026-06-17 23:45',
  end: '2026-06-17 23:53',
} as const

async function importReview(page: Page): Promise<void> {
  await page.goto('/import')
  await page.getByLabel('The file').setInputFiles('e2e/fixtures/REVIEW-redfix.txt')
  await page.getByRole('button', { name: 'Show what it says' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/What the file says/)
  for (const failure of CLASSIFIED) await expect(page.getByText(failure.failure, { exact: true }).first()).toBeVisible()
  await expect(page.getByText('2026-06-17 23:18Z').first()).toBeVisible()
  await page.getByRole('button', { name: /^Record/ }).click()
  await expectRecorded(page)
}

test('three people take redfix from the imported file to a first verdict, and the stakeholder sees it', async ({
  resetTo,
  pageAs,
}) => {
  test.setTimeout(180_000)
  await resetTo('empty')
  const builder = await pageAs('builder')
  const adversary = await pageAs('adversary')
  const stakeholder = await pageAs('stakeholder')

  await importReview(builder)
  await expect(builder.getByRole('heading', { level: 1 })).toHaveText(/^redfix/)

  await adversary.goto(addressOf.gate('redfix', 'M1', 'mumble'))
  await expectRefusal(adversary, 'Nobody has claimed M1 yet: there is nothing to rule on.')

  await attachRun(builder, DISCOURSE_RUN)
  await attachRun(builder, MATTERMOST_RUN)
  await recordObservation(builder, {
    failure: 'bluesky-pds',
    command: 'getent hosts app',
    output: '10.0.1.7 app\n10.0.1.9 app',
  })
  await citeCode(builder, { failure: 'mumble', path: 'compose.yml', lines: 'healthcheck:\n  retries: 3' })
  await citeCode(builder, { failure: 'gitea', path: 'compose.yml', lines: 'mode: 0444' })

  await builder.goto(addressOf.gate('redfix', 'M1'))
  await expectRefusal(builder, /M1 cannot be claimed with something missing: .*keycloak \(not classified yet\)/)
  for (const classification of CLASSIFIED.slice(0, 5)) await classify(builder, classification)
  await builder.goto(addressOf.claim('redfix', 'M1'))
  await expectRefusal(builder, 'M1 cannot be claimed with something missing: keycloak (not classified yet).')
  await citeCode(builder, { failure: 'keycloak', path: 'warm/domains.nix', lines: 'keycloak = "auth.example.org";' })
  for (const classification of CLASSIFIED.slice(5)) await classify(builder, classification)
  // Reds alone cannot tell the recipe from its test: the lines belong to them.
  for (const failure of ['discourse', 'mattermost-lts', 'bluesky-pds'])
    await citeCode(builder, { failure, path: 'compose.yml', lines: `as it stands for ${failure}` })
  await fileClaim(builder, 'M1')
  await expect(builder.getByText(/Claimed .*, revision 1/)).toBeVisible()

  await builder.goto(addressOf.gate('redfix', 'M1', 'mumble'))
  await expectRefusal(builder, 'You filed this claim yourself: somebody else has to judge it.')

  await judgeAllSix(adversary)
  await expect(adversary.getByText(/PASS .*/).first()).toBeVisible()

  await stakeholder.goto(addressOf.phase('redfix'))
  await stakeholder.getByRole('link', { name: 'The page for stakeholders' }).click()
  await expect(stakeholder).toHaveURL(/\/watch\//)
  for (const { plain } of CLASSIFIED) await expect(stakeholder.getByText(plain)).toBeVisible()
  await expect(stakeholder.getByRole('listitem').getByText('confirmed', { exact: true })).toHaveCount(6)
  await expect(stakeholder.getByText('Not yet confirmed.')).toHaveCount(0)
})

/** The Adversary's own checks, a ruling on each, the verdict; PASS without an own check is refused on the way. */
async function judgeAllSix(adversary: Page): Promise<void> {
  await adversary.goto(addressOf.gate('redfix', 'M1', 'discourse'))
  await expectRefusal(adversary, /PASS waits for your own check of discourse/)
  await expectRefusal(adversary, /PASS needs every failure ruled PASS and fresh; 0 of 6 are/)
  await attachRun(adversary, {
    ...DISCOURSE_RUN,
    results: 'results/schema2-red-upgrade-own.json',
    log: 'logs/discourse-own.log',
    start: '2026-06-18 00:30',
    end: '2026-06-18 00:39',
  })
  await attachRun(adversary, {
    ...MATTERMOST_RUN,
    results: 'results/schema2-red-restore-own.json',
    log: 'logs/mattermost-own.log',
    start: '2026-06-18 00:45',
    end: '2026-06-18 00:53',
  })
  for (const failure of ['mumble', 'gitea', 'keycloak'])
    await citeCode(adversary, { failure, path: 'read/again.yml', lines: `own reading of ${failure}` })
  await recordObservation(adversary, {
    failure: 'bluesky-pds',
    command: 'getent hosts app',
    output: '10.0.1.7 app\n10.0.1.9 app',
  })
  await meetWhatIsOwed(adversary)
  for (const { failure } of CLASSIFIED) {
    await rule(adversary, { gate: 'M1', failure, result: 'PASS', reason: `Seen again, cold: ${failure}.` })
  }
  await giveVerdict(adversary, 'M1', 'PASS', 'All six hold.')
}

/** What the imported file says is owed before M1 blocks the rulings it belongs to. */
async function meetWhatIsOwed(adversary: Page): Promise<void> {
  await adversary.goto(addressOf.gate('redfix', 'M1', 'discourse'))
  await expectRefusal(adversary, /PASS waits for what is owed before M1/)
  for (const [failure, evidence] of [
    ['discourse', '#3'],
    ['bluesky-pds', 'obs-2'],
  ] as const) {
    await adversary.goto(`${addressOf.phase('redfix')}/write-note?failure=${failure}`)
    const form = adversary.getByRole('form', { name: /^Meet what is owed/ }).first()
    const choice = form.getByLabel('By which evidence')
    const option = (await choice.locator('option').allTextContents()).find((text) => text.startsWith(`${evidence} `))
    await choice.selectOption({ label: option ?? evidence })
    await form.getByLabel('How it was met').fill('Ran it cold myself.')
    await form.getByRole('button', { name: 'Record it as met' }).click()
    await expectRecorded(adversary)
  }
}

test('a change by somebody else appears without a reload', async ({ resetTo, pageAs }) => {
  await resetTo('redfix')
  const builder = await pageAs('builder')
  const adversary = await pageAs('adversary')
  await adversary.goto(failureAt('mumble'))
  await expect(adversary.getByText('live', { exact: true })).toBeVisible()
  await citeCode(builder, { failure: 'mumble', path: 'compose.yml', lines: 'retries: 3' })
  await expect(adversary.getByText('compose.yml:10 at 9c1d44a0')).toBeVisible()
})

test('a PASS is stale after 24 hours, and its page says so', async ({ resetTo, pageAs, server }) => {
  test.setTimeout(120_000)
  await resetTo('redfix')
  const builder = await pageAs('builder')
  const adversary = await pageAs('adversary')
  for (const { failure } of CLASSIFIED) await citeCode(builder, { failure, path: 'a.yml', lines: 'as it stands' })
  for (const [index, classification] of CLASSIFIED.entries())
    await classify(builder, { ...classification, cites: [`code-${index + 1}`] })
  await fileClaim(builder, 'M1')
  await citeCode(adversary, { failure: 'mumble', path: 'b.yml', lines: 'read again' })
  await rule(adversary, { gate: 'M1', failure: 'mumble', result: 'PASS', reason: 'Holds.' })
  await expect(adversary.getByRole('link', { name: /^mumble/ }).getByText('confirmed')).toBeVisible()
  await server.passTime(24 * 3_600_000)
  await adversary.goto(addressOf.gate('redfix', 'M1', 'mumble'))
  await expect(adversary.getByRole('link', { name: /^mumble/ }).getByText('stale')).toBeVisible()
  await expect(adversary.getByText('older than 24 h')).toBeVisible()

  for (const discourse of CLASSIFIED.slice(0, 1))
    await classify(builder, { ...discourse, cause: 'On second reading.', cites: ['code-1'] })
  await builder.goto(addressOf.gate('redfix', 'M1'))
  const toJudge = builder.getByRole('navigation', { name: 'Failures to judge' })
  await expect(toJudge.getByText('being checked'), 'what is not ruled never waits for the Builder').toHaveCount(5)
})
