import { afterAll, describe, expect, test } from 'vitest'
import { can, explainPermission, permissions } from '#lib/people/permissions.ts'
import { markDamaged } from './ledger/damage.ts'
import { aCopyOf, removeDatabases } from './testing/databases.ts'
import { EVERY_VERB } from './testing/every-verb.ts'
import { aCheckedGate } from './testing/gates.ts'
import { ADVERSARY, actingAs, BUILDER, NOBODY, OPERATOR, STAKEHOLDER } from './testing/people.ts'
import { refusalOf } from './testing/refusals.ts'

afterAll(removeDatabases)

const db = aCheckedGate()
const people = [OPERATOR, BUILDER, ADVERSARY, STAKEHOLDER, NOBODY, { person: 'eve', name: 'Eve', role: null }]
const verbs = Object.entries(EVERY_VERB)

describe.each(verbs)('%s', (_, { permission, act }) => {
  const allowed = people.filter((person) => can(person, permission))
  const others = people.filter((person) => !can(person, permission))

  test.each(others.map((person) => [person.name, person] as const))(
    'is refused to %s, and writes nothing',
    (_, person) => {
      expect(refusalOf(db, () => act(db, actingAs(person), 'Because.'))).toMatchObject({
        reason: 'not_permitted',
        sentence: explainPermission(person, permission),
      })
    },
  )

  test.each(allowed.map((person) => [person.name, person] as const))(
    'is not refused to %s for want of a permission',
    (_, person) => {
      const result = act(aCopyOf(db), actingAs(person), 'Because.')
      expect(result.ok || result.refusal.reason).not.toBe('not_permitted')
    },
  )

  test('looks the role up itself, whatever the door believed', () => {
    const pretender = actingAs({ ...NOBODY, role: allowed[0]?.role ?? null })
    expect(refusalOf(db, () => act(db, pretender, 'Because.')).reason).toBe('not_permitted')
  })

  test('is refused while the ledger does not verify, and writes nothing', () => {
    const damaged = aCopyOf(db)
    markDamaged(damaged, 7)
    for (const person of allowed)
      expect(refusalOf(damaged, () => act(damaged, actingAs(person), 'Because.'))).toMatchObject({
        reason: 'ledger_damaged',
        sentence: 'The ledger does not verify at event 7: nothing is recorded until the Operator has restored it.',
      })
  })
})

// These record nothing: a host is asked what it has, and the record is read.
const LOOKING = ['host.probe', 'record.read']
test('every permission but looking belongs to a verb', () => {
  const used = new Set(verbs.map(([, { permission }]) => permission))
  expect(permissions.filter((permission) => !used.has(permission))).toEqual(LOOKING)
})

// These open a phase, or are about a host, which belongs to none.
const ELSEWHERE = ['openPhase', 'importReview', 'configureHost', 'pinHostKey', 'retireHost']
describe('in a phase that nobody opened nothing is recorded', () => {
  test.each(verbs.filter(([name]) => !ELSEWHERE.includes(name)))('by %s', (_, { permission, act }) => {
    for (const person of people.filter((one) => can(one, permission)))
      expect(refusalOf(db, () => act(db, actingAs(person), 'Because.', 'lvl5')).reason).toMatch(
        /^(no_such_(phase|run|reasoning|reservation)|not_held)$/,
      )
  })
})
