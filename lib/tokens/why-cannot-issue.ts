import { ROLE_WORD, type Role } from '#lib/people/roles.ts'
import { because, type Refusal } from '#lib/result.ts'

/** A token carries the role its person has in the phase, or none. Null: it may be issued. */
export function whyCannotIssue(wanted: Role | null, held: Role | null): Refusal<'role_not_held'> | null {
  if (wanted === null || wanted === held) return null
  const here = held === null ? 'have no role' : `are ${ROLE_WORD[held]}`
  return because('role_not_held', `You ${here} in this phase: a token acts as that, or only reads.`, 'role')
}
