import { immediately, recordAsSystem } from '#db/ledger/record.ts'
import { draftRoleGiven } from '#db/people/draft-role-given.ts'
import { claimedDigest } from '#db/testing/gates.ts'
import { callAction } from './vocabulary/call-action.ts'
import { expectRecorded, fileClaim } from './vocabulary/deeds.ts'
import { headOf } from './vocabulary/record.ts'
import { classifyBoth, inRecordOf, openRedfix } from './vocabulary/scenario.ts'
import { expect, test } from './vocabulary/test.ts'
import { join } from './vocabulary/whole-cast.ts'

test('nobody judges their own claim: the other role is refused, and past that wall the claim itself is', async ({
  resetTo,
  server,
  pageAs,
}) => {
  await resetTo('empty')
  inRecordOf(server, (db) => {
    openRedfix(db)
    classifyBoth(db)
  })
  const bea = await pageAs('visitor')
  const operator = await pageAs('visitor')
  const enter = async (page: typeof bea, cookie: string) => {
    const pairs = cookie.split('; ').map((pair) => pair.split(/=(.*)/s))
    await page.context().addCookies(pairs.map(([name = '', value = '']) => ({ name, value, url: server.address })))
  }
  const { person, cookie } = await join(server, 'Bea', { role: 'builder', phase: 'redfix' })
  await enter(bea, cookie)
  await enter(operator, (await join(server, 'Oda', { role: 'operator', phase: null })).cookie)
  await fileClaim(bea, 'M1')

  const give = operator.getByRole('form', { name: 'Give a role' })
  const giveAdversary = async () => {
    await operator.goto('/people')
    await give.getByLabel('Person').selectOption(person)
    await give.getByLabel('Role').selectOption('adversary')
    await give.getByLabel('In which phase').selectOption('redfix')
    const head = headOf(server)
    await give.getByRole('button', { name: 'Give the role' }).click()
    return head
  }
  const both = await giveAdversary()
  await expect(
    give.getByText('Bea is Builder in redfix, and nobody is Builder and Adversary in one phase.'),
  ).toBeVisible()
  await expect(give.getByLabel('Role')).toHaveValue('adversary')
  expect(headOf(server)).toBe(both)

  const withdraw = operator.getByRole('form', { name: 'Withdraw a role' })
  await withdraw.getByLabel('Whose role').selectOption(JSON.stringify({ person, role: 'builder', phase: 'redfix' }))
  await withdraw.getByLabel('Why').fill('She changes sides.')
  await withdraw.getByRole('button', { name: 'Withdraw the role' }).click()
  await expectRecorded(operator)

  const changed = await giveAdversary()
  await expect(
    give.getByText('Bea has acted as Builder in redfix, and nobody is Builder and Adversary in one phase.'),
  ).toBeVisible()
  expect(headOf(server)).toBe(changed)

  // As if somebody had written the role into the record past Gatehouse: the next wall stands behind the first.
  inRecordOf(server, (db) =>
    immediately(db, () =>
      recordAsSystem(db, { id: crypto.randomUUID(), at: new Date() }, [
        draftRoleGiven(person, { role: 'adversary', phase: 'redfix' }),
      ]),
    ),
  )
  await bea.goto('/phases/redfix/gates/M1?failure=mumble')
  const own = 'You filed this claim yourself: somebody else has to judge it.'
  for (const name of ['Ruling on mumble', 'Verdict on M1']) {
    const form = bea.getByRole('form', { name })
    await expect(form.getByText(own).first()).toBeVisible()
    for (const word of ['PASS', 'FAIL']) await expect(form.getByRole('button', { name: word })).toBeDisabled()
  }
  const ruling = { phase: 'redfix', gate: 'M1', failure: 'mumble', result: 'pass', reason: 'I am sure.' }
  const past = headOf(server)
  const digest = inRecordOf(server, (db) => claimedDigest(db, 'mumble'))
  const action = 'app/phases/[phase]/gates/actions.ts#submitRuling'
  const { said } = await callAction(server, action, { ...ruling, digest }, { Cookie: cookie })
  expect(said).toContain(own)
  expect(headOf(server)).toBe(past)
})
