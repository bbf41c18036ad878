import type { Page } from '@playwright/test'
import { addressOf } from '#lib/phases/addresses.ts'
import {
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
import {
  attachFix,
  attachTypedRun,
  closeFinding,
  declareDone,
  importReview,
  liftVeto,
  meetWhatIsOwed,
  raiseVeto,
  readDoneRefusal,
  recordPlan,
  sayWhereFixStands,
  withdrawClaim,
} from './vocabulary/fixing-deeds.ts'
import { CAUSES, FAILURES, FIXES, OWN_CHECKS, OWN_FIX_CHECKS, RUNS, RUNS_OF_FIXES } from './vocabulary/redfix.ts'
import { expect, test } from './vocabulary/test.ts'

const BROKEN_HEAD = 'f1f1f1f1'
const MENDED_HEAD = 'e2e2e2e2'

/** Redfix as it happened (DOMAIN 5), by three people, to DONE; on the way every short cut is refused, in words. */
test('three people take redfix from its opening to DONE, and no short cut gets them there', async ({
  resetTo,
  pageAs,
}) => {
  test.setTimeout(900_000)
  await resetTo('empty')
  const builder = await pageAs('builder')
  const adversary = await pageAs('adversary')
  const operator = await pageAs('operator')

  await test.step('it is opened, investigated and classified', async () => {
    await importReview(builder)
    await recordPlan(operator, 'plan-phase-redfix.md', 'Investigate each failure alone. Fix it. Merge nothing.')
    for (const run of RUNS) await attachTypedRun(builder, run)
    await recordObservation(builder, { failure: 'bluesky-pds', command: 'getent hosts app', output: '10.0.1.7 app' })
    for (const failure of ['discourse', 'mattermost-lts', 'gitea', 'keycloak'])
      await citeCode(builder, { failure, path: 'compose.yml', lines: `as it stands for ${failure}` })
    for (const cause of CAUSES) await classify(builder, cause)
  })

  await test.step('a withdrawn claim cannot be ruled on, nor one that was replaced a second ago', async () => {
    await fileClaim(builder, 'M1')
    await withdrawClaim(builder, 'M1', 'The wording of mumble is wrong.')
    await adversary.goto(addressOf.gate('redfix', 'M1', 'mumble'))
    await expectRefusal(
      adversary,
      /Revision 1 of M1 was withdrawn: there is nothing to rule on until it is claimed again/,
    )
    await fileClaim(builder, 'M1')
    await adversary.goto(addressOf.gate('redfix', 'M1', 'mumble'))
    await expectRefusal(adversary, /PASS waits for your own check of mumble/)
    const form = adversary.getByRole('form', { name: 'Ruling on mumble' })
    await form.getByLabel('Why, in a sentence').fill('I read revision 2.')
    await form.getByLabel('For FAIL: how somebody else sees it fail').fill('Run it.')
    await builder.goto(addressOf.claim('redfix', 'M1'))
    await builder
      .getByRole('region', { name: 'mumble' })
      .getByLabel('WHAT is claimed')
      .fill('Flaky when the host is busy.')
    await builder.getByRole('button', { name: /^Claim M1/ }).click()
    await expectRecorded(builder)
    await form.getByRole('button', { name: 'FAIL' }).click()
    await expect(adversary.getByText(/While you wrote, revision 3 replaced what you were reading/)).toBeVisible()
    await expect(form.getByLabel('Why, in a sentence')).toHaveValue('I read revision 2.')
  })

  await test.step('M1 passes on own checks of all six', async () => {
    for (const run of OWN_CHECKS) await attachTypedRun(adversary, run)
    await citeCode(adversary, {
      failure: 'keycloak',
      path: 'warm/domains.nix',
      lines: 'keycloak = "auth.example.org";',
    })
    await meetWhatIsOwed(adversary, ['discourse', 'bluesky-pds'])
    for (const failure of FAILURES)
      await rule(adversary, { gate: 'M1', failure, result: 'PASS', reason: `Seen: ${failure}.` })
    await adversary.goto(addressOf.gate('redfix', 'M1', 'discourse'))
    await expect(adversary.getByText(/as claimed: \d of \d stages/).first()).toBeVisible()
    await giveVerdict(adversary, 'M1', 'PASS', 'All six hold.')
  })

  await test.step('M2 is claimed on six open fixes', async () => {
    await builder.goto(addressOf.gate('redfix', 'M2'))
    await expectRefusal(
      builder,
      /M2 cannot be claimed with something missing: .*no fix yet, and no failure is waved through/,
    )
    for (const fix of FIXES) await attachFix(builder, fix.failure === 'discourse' ? { ...fix, head: BROKEN_HEAD } : fix)
    for (const run of RUNS_OF_FIXES)
      await attachTypedRun(builder, run.failure === 'discourse' ? { ...run, recipeCommit: BROKEN_HEAD } : run)
    await fileClaim(builder, 'M2')
  })

  await test.step('a lint rule worse than before cannot pass: M2 FAIL with finding F-redfix-1', async () => {
    for (const run of OWN_FIX_CHECKS)
      await attachTypedRun(
        adversary,
        run.failure === 'discourse'
          ? { ...run, recipeCommit: BROKEN_HEAD, tiers: { ...run.tiers, lint: 'fail' }, rulesFailed: 'R011' }
          : run,
      )
    await adversary.goto(addressOf.gate('redfix', 'M2', 'discourse'))
    await expectRefusal(
      adversary,
      /PASS waits for: Nothing worse than before the fix.*R011 passed before, fails at this head/,
    )
    for (const failure of FAILURES.filter((name) => name !== 'discourse'))
      await rule(adversary, { gate: 'M2', failure, result: 'PASS', reason: `Fixed: ${failure}.` })
    await adversary.goto(addressOf.gate('redfix', 'M2', 'discourse'))
    const form = adversary.getByRole('form', { name: 'Ruling on discourse' })
    await expect(form.getByLabel('For FAIL: how somebody else sees it fail')).toHaveValue(new RegExp(BROKEN_HEAD))
    await rule(adversary, {
      gate: 'M2',
      failure: 'discourse',
      result: 'FAIL',
      reason: 'compose.smtpauth.yml names an image-less sidekiq: lint R011. Provisional, but FAIL.',
    })
    await giveVerdict(adversary, 'M2', 'FAIL', 'Five of six.')
    await expect(adversary.getByText('F-redfix-1').first()).toBeVisible()
    expect(await readDoneRefusal(builder)).toMatch(/M2 has a FAIL.*F-redfix-1 on discourse is open/s)
  })

  await test.step('nobody closes another’s finding', async () => {
    await builder.goto(addressOf.gate('redfix', 'M2', 'discourse'))
    await expectRefusal(builder, /Only the Adversary may do this; you are the Builder here/)
  })

  await test.step('the fix moves, M2 is claimed again: five rulings are carried and one is asked for', async () => {
    await builder.goto(failureAt('discourse'))
    await sayWhereFixStands(builder, { failure: 'discourse', head: MENDED_HEAD, how: 'git ls-remote' })
    for (const run of RUNS_OF_FIXES.filter(({ failure }) => failure === 'discourse'))
      await attachTypedRun(builder, { ...run, recipeCommit: MENDED_HEAD, start: '2026-06-18 18:40' })
    await builder.goto(addressOf.claim('redfix', 'M2'))
    await builder.getByLabel('What answers F-redfix-1, on discourse').fill('The overlay no longer names sidekiq.')
    await builder.getByRole('button', { name: /^Claim M2/ }).click()
    await expectRecorded(builder)
    await adversary.goto(addressOf.gate('redfix', 'M2', 'discourse'))
    const toJudge = adversary.getByRole('navigation', { name: 'Failures to judge' })
    await expect(toJudge.getByText('carried from revision 1')).toHaveCount(5)
    await expect(toJudge.getByText('commit changed since revision 1')).toHaveCount(1)
    await expect(toJudge.getByText('stale')).toHaveCount(1)
    await expectRefusal(adversary, /PASS waits for your own check of discourse/)
    await expectRefusal(adversary, /PASS needs every failure ruled PASS and fresh; 5 of 6 are/)
    expect(await readDoneRefusal(builder)).toMatch(/F-redfix-1 on discourse is addressed, not closed/)
  })

  await test.step('the finding is closed with evidence, and M2 passes', async () => {
    for (const run of OWN_FIX_CHECKS.filter(({ failure }) => failure === 'discourse'))
      await attachTypedRun(adversary, { ...run, recipeCommit: MENDED_HEAD, start: '2026-06-18 18:56' })
    await adversary.goto(addressOf.gate('redfix', 'M2', 'discourse'))
    await expectRefusal(adversary, /PASS waits for: No open finding \(F-redfix-1 is addressed, not closed\)/)
    await closeFinding(adversary, 'discourse', 'F-redfix-1', 'Lint passes at the new head; level 5.')
    await rule(adversary, { gate: 'M2', failure: 'discourse', result: 'PASS', reason: 'Fixed now.' })
    await giveVerdict(adversary, 'M2', 'PASS', 'Six of six; node clean.')
  })

  await test.step('DONE is refused with a veto, with a stale PASS and with a merged fix', async () => {
    await raiseVeto(adversary, 'M2', 'Somebody deployed on the node.')
    expect(await readDoneRefusal(builder)).toMatch(/the phase is vetoed: Somebody deployed on the node/)
    await liftVeto(adversary, 'M2', 'It was the probe.')
    await operator.goto(`${addressOf.phase('redfix')}/plan`)
    await expect(operator.getByText(/makes M1’s PASS and M2’s PASS stale/)).toBeVisible()
    await recordPlan(operator, 'plan-phase-redfix.md', 'Another plan.')
    expect(await readDoneRefusal(builder)).toMatch(/M1’s PASS is stale.*the plan changed/s)
    await recordPlan(operator, 'plan-phase-redfix.md', 'Investigate each failure alone. Fix it. Merge nothing.')
    await sayWhereFixStands(operator, { failure: 'gitea', state: 'merged', how: 'It looked merged.' })
    expect(await readDoneRefusal(builder)).toMatch(/Nothing merged while the phase runs.*gitea was merged/)
    await sayWhereFixStands(operator, {
      failure: 'gitea',
      state: 'open',
      how: 'It is open: another pull request was meant.',
    })
  })

  await test.step('DONE, a fact of its moment; what comes later is told as later', async () => {
    await declareDone(builder, 'All six fixed and verified green.')
    await expect(builder.getByText(/M1 and M2 fresh then/)).toBeVisible()
    await sayWhereFixStands(operator, { failure: 'gitea', state: 'merged', how: 'Merged after DONE.' })
    await operator.goto(addressOf.phase('redfix'))
    await expect(operator.getByText(/Later: recipe pull request #3 .* was merged/)).toBeVisible()
    await expect(operator.getByText(/^DONE /).first()).toBeVisible()
    await readWatchPage(builder)
  })
})

async function readWatchPage(page: Page): Promise<void> {
  await page.goto(addressOf.phase('redfix'))
  await page.getByRole('link', { name: 'The page for stakeholders' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/fixed, checked independently and concluded/)
}
