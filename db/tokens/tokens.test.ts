import { afterAll, expect, test } from 'vitest'
import { listEvents } from '../ledger/list-events.ts'
import { giveRole } from '../people/give-role.ts'
import { withdrawRole } from '../people/withdraw-role.ts'
import { aCopyOf, removeDatabases } from '../testing/databases.ts'
import { must } from '../testing/must.ts'
import { asAdversary, asBuilder, asOperator, asStakeholder, BUILDER, NOBODY, USUAL_TIME } from '../testing/people.ts'
import { aPhaseAlone } from '../testing/phases.ts'
import { refusalOf } from '../testing/refusals.ts'
import { everythingIn } from '../testing/snapshot.ts'
import { findTokenBySecret } from './find-by-secret.ts'
import { findToken, listTokens } from './find-token.ts'
import { issueToken } from './issue-token.ts'
import { revokeToken } from './revoke-token.ts'

afterAll(removeDatabases)

const redfix = aPhaseAlone()
const phase = 'redfix'
const typed = { phase, name: 'claim script', role: 'builder', days: 30 } as const
const idOf = (db: typeof redfix) => listTokens(db, phase).at(-1)?.token ?? ''

test('an issued token is found by its secret, and by nothing that is nearly its secret', () => {
  const db = aCopyOf(redfix)
  const { secret, expiresAt } = must(issueToken(db, asBuilder(typed)))
  expect(findTokenBySecret(db, secret)).toMatchObject({
    person: BUILDER.person,
    phase,
    role: 'builder',
    revokedAt: null,
  })
  expect(expiresAt.getTime() - USUAL_TIME.getTime()).toBe(30 * 24 * 3_600_000)
  const last = secret.at(-5) === 'x' ? 'y' : 'x'
  for (const wrong of [
    `${secret.slice(0, -5)}${last}${secret.slice(-4)}`,
    secret.slice(0, -1),
    `${secret} `,
    '',
    'gh_',
  ])
    expect(findTokenBySecret(db, wrong)).toBeNull()
  const other = must(issueToken(db, asBuilder({ ...typed, name: 'another' }))).secret
  // The id of one with the random part of the other.
  expect(findTokenBySecret(db, secret.slice(0, 16) + other.slice(16))).toBeNull()
})

test('a dump of the database holds no usable secret', () => {
  const db = aCopyOf(redfix)
  const { secret } = must(issueToken(db, asBuilder(typed)))
  const random = secret.slice(secret.indexOf('_', 3) + 1)
  const bytes = db.$client.serialize()
  for (const part of [secret, random, Buffer.from(random, 'base64url')]) expect(bytes.includes(part)).toBe(false)
  const words = JSON.stringify(everythingIn(db)).match(/[\w-]{8,}/g) ?? []
  expect(words.length).toBeGreaterThan(50)
  for (const word of words) expect(findTokenBySecret(db, `gh_${idOf(db)}_${word}`)).toBeNull()
})

test('the record says who may do what until when, and nothing of the secret', () => {
  const db = aCopyOf(redfix)
  must(issueToken(db, asStakeholder({ ...typed, role: null })))
  const [event] = listEvents(db, {}, 1)
  expect(event).toMatchObject({
    ...{ kind: 'token.issued', phase, actor: 'sam', subject: idOf(db) },
    payload: { person: 'sam', role: null, name: 'claim script', expiresAt: '2026-07-18T00:30:00.000Z' },
  })
  expect(Object.keys(event?.payload ?? {}).sort()).toEqual(['expiresAt', 'name', 'person', 'role', 'token'])
})

test('the same form sent twice issues one token, which is shown once', () => {
  const db = aCopyOf(redfix)
  const command = asBuilder(typed)
  must(issueToken(db, command))
  expect(refusalOf(db, () => issueToken(db, command)).sentence).toMatch(/was shown once already/)
  expect(listTokens(db, phase)).toHaveLength(1)
})

test('nobody issues a token for a role they do not hold, and it writes nothing', () => {
  expect(refusalOf(redfix, () => issueToken(redfix, asAdversary(typed))).reason).toBe('role_not_held')
  expect(refusalOf(redfix, () => issueToken(redfix, { ...asBuilder(typed), actor: NOBODY })).reason).toBe(
    'not_permitted',
  )
  expect(refusalOf(redfix, () => issueToken(redfix, asBuilder({ ...typed, phase: 'lvl5' }))).reason).toBe(
    'no_such_phase',
  )
})

test('a token is revoked by its person or the Operator, as an event, and stays readable with its reason', () => {
  const db = aCopyOf(redfix)
  const { secret } = must(issueToken(db, asBuilder(typed)))
  const revoking = { phase, token: idOf(db), reason: 'Leaked.' }
  expect(refusalOf(db, () => revokeToken(db, asAdversary(revoking))).reason).toBe('not_your_token')
  must(revokeToken(db, asOperator(revoking)))
  expect(findTokenBySecret(db, secret)).toMatchObject({ revokedAt: USUAL_TIME.toISOString(), revokedReason: 'Leaked.' })
  expect(refusalOf(db, () => revokeToken(db, asBuilder(revoking))).reason).toBe('revoked_already')
  expect(findToken(db, idOf(db), (listEvents(db, {}, 1)[0]?.seq ?? 1) - 1)?.revokedAt).toBeNull()
})

test('a role that is given and taken back leaves the token as it was issued', () => {
  const db = aCopyOf(redfix)
  const { secret } = must(issueToken(db, asBuilder(typed)))
  must(giveRole(db, asOperator({ person: BUILDER.person, role: 'stakeholder', phase })))
  must(withdrawRole(db, asOperator({ holding: { person: BUILDER.person, role: 'stakeholder', phase }, reason: 'x' })))
  expect(findTokenBySecret(db, secret)?.role).toBe('builder')
})
