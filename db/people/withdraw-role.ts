import { and, count, eq, isNull, ne } from 'drizzle-orm'
import type { Command } from '#lib/ledger/command.ts'
import type { Recorded } from '#lib/ledger/event.ts'
import type { WithdrawRoleInput } from '#lib/people/people-inputs.ts'
import { describeRole } from '#lib/people/why-cannot-hold.ts'
import { because, ok, type Result, refuse } from '#lib/result.ts'
import type { Db } from '../db.ts'
import { record } from '../ledger/record.ts'
import { roleGrants } from '../projections/tables.ts'
import { listHeldRoles } from './find-holding-facts.ts'
import { findPerson } from './find-person.ts'

/** Takes a role back. What was recorded in it stays, and still keeps its person out of the opposite role. */
export const withdrawRole = (db: Db, command: Command<WithdrawRoleInput>): Result<Recorded> =>
  record(db, command, { phase: command.input.holding.phase, permission: 'role.withdraw' }, () => {
    const { person, role, phase } = command.input.holding
    const holds = listHeldRoles(db, person).some((held) => held.role === role && held.phase === phase)
    if (!holds) {
      const name = findPerson(db, person)?.name ?? 'Nobody by this id'
      return refuse(because('not_held', `${name} is not ${describeRole({ role, phase })}.`))
    }
    if (role === 'operator' && phase === null && countOtherOperators(db, person) === 0) {
      return refuse(because('last_operator', 'This is the last Operator: give the role to somebody else first.'))
    }
    const payload = { person, role, everyPhase: phase === null, reason: command.input.reason }
    return ok([{ kind: 'role.withdrawn', phase, failure: null, subject: null, statedAt: null, payload }])
  })

// Only an Operator of every phase counts: the Operator of one phase could neither open others nor bring back what was withdrawn.
function countOtherOperators(db: Db, person: string): number {
  const row = db
    .select({ others: count() })
    .from(roleGrants)
    .where(
      and(
        eq(roleGrants.role, 'operator'),
        isNull(roleGrants.phase),
        isNull(roleGrants.toSeq),
        ne(roleGrants.person, person),
      ),
    )
    .get()
  return row?.others ?? 0
}
