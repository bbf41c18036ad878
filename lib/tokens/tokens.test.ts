import { describe, expect, test } from 'vitest'
import type { Actor } from '#lib/people/roles.ts'
import { IssueTokenInput } from './inputs.ts'
import { isExpired, type TokenFacts } from './token-facts.ts'
import { tokenIdOf, writeSecret } from './token-secret.ts'
import { whyCannotIssue } from './why-cannot-issue.ts'
import { whyCannotRevoke } from './why-cannot-revoke.ts'
import { whyNotAdmitted } from './why-not-admitted.ts'

const NOW = new Date('2026-06-18T00:30:00.000Z')
const held: TokenFacts = {
  ...{ token: '0123456789ab', person: 'bob', phase: 'redfix', role: 'builder', name: 'claim script' },
  ...{ issuedAt: '2026-06-17T00:30:00.000Z', expiresAt: '2026-06-18T00:30:00.001Z' },
  ...{ revokedAt: null, revokedReason: null },
}
const reads: TokenFacts = { ...held, role: null }
const revoked: TokenFacts = { ...held, revokedAt: '2026-06-18T00:20:00.000Z', revokedReason: 'Leaked.' }
const expired: TokenFacts = { ...held, expiresAt: NOW.toISOString() }

describe('a token opens the door', () => {
  test.each([
    ['one millisecond before its expiry', held, 'builder', null],
    ['at its expiry no more', expired, 'builder', 'This token expired 2026-06-18 00:30Z. Issue another.'],
    ['not when it was revoked', revoked, 'builder', 'This token was revoked 2026-06-18 00:20Z: Leaked.'],
    ['not when its person has no role there', held, null, 'Whoever issued this token has no role in redfix any more.'],
    [
      'not when its person changed sides',
      held,
      'adversary',
      'This token acts as the Builder of redfix, and whoever issued it is not that there any more.',
    ],
    [
      'not when its person rose to another role',
      held,
      'operator',
      'This token acts as the Builder of redfix, and whoever issued it is not that there any more.',
    ],
    ['for reading, whatever role its person has', reads, 'stakeholder', null],
    [
      'for reading no more when its person has none',
      reads,
      null,
      'Whoever issued this token has no role in redfix any more.',
    ],
  ] as const)('%s', (_, token, role, sentence) => {
    expect(whyNotAdmitted(token, role, NOW)?.sentence ?? null).toBe(sentence)
  })
})

test('expiry is an equality, not a moment later', () => {
  expect(isExpired({ expiresAt: NOW.toISOString() }, NOW)).toBe(true)
})

describe('a token is issued', () => {
  test.each([
    ['with the role that is held', 'builder', 'builder', null],
    ['to read, with any role', null, 'stakeholder', null],
    [
      'not with another role',
      'operator',
      'builder',
      'You are Builder in this phase: a token acts as that, or only reads.',
    ],
    ['not without one', 'builder', null, 'You have no role in this phase: a token acts as that, or only reads.'],
  ] as const)('%s', (_, wanted, role, sentence) => {
    expect(whyCannotIssue(wanted, role)?.sentence ?? null).toBe(sentence)
  })

  const typed = { phase: 'redfix', name: 'claim script', role: 'read', days: '30' }
  test('for whole days, and “read” is no role', () => {
    expect(IssueTokenInput.parse(typed)).toEqual({ ...typed, role: null, days: 30 })
  })
  test.each(['0', '366', '1.5', '', 'ever'])('not for %j days', (days) => {
    expect(IssueTokenInput.safeParse({ ...typed, days }).success).toBe(false)
  })
})

describe('a token is revoked', () => {
  const bob: Actor = { person: 'bob', name: 'Bob', role: 'builder' }
  const ada: Actor = { person: 'ada', name: 'Ada', role: 'adversary' }
  const olga: Actor = { person: 'olga', name: 'Olga', role: 'operator' }
  test.each([
    ['by its person', held, 'redfix', bob, null],
    ['by the Operator', held, 'redfix', olga, null],
    ['by nobody else', held, 'redfix', ada, 'not_your_token'],
    ['once', revoked, 'redfix', bob, 'revoked_already'],
    ['while it is good', expired, 'redfix', bob, 'expired_already'],
    ['in its phase', held, 'canon', olga, 'no_such_token'],
    ['when there is one', null, 'redfix', olga, 'no_such_token'],
  ] as const)('%s', (_, token, phase, actor, reason) => {
    expect(whyCannotRevoke(token, phase, actor, NOW)?.reason ?? null).toBe(reason)
  })
})

describe('a secret', () => {
  const random = 'Ab_-'.repeat(10).concat('xyz')
  test('names its token', () => expect(tokenIdOf(writeSecret('0123456789ab', random))).toBe('0123456789ab'))
  test.each(['', 'gh_', `gh_0123456789AB_${random}`, `gh_0123456789ab_${random}x`, ` gh_0123456789ab_${random}`])(
    'is not %j',
    (text) => expect(tokenIdOf(text)).toBeNull(),
  )
})
