import { because, type Refusal } from '#lib/result.ts'
import { ROLE_WORD, type Role, rolesExcludeEachOther } from './roles.ts'

/** `phase: null`: given for every phase, so it meets each of them. */
export type RoleIn = { role: Role; phase: string | null }
/** `held`: what the person may do now. `actedAs`: the roles they recorded something in, which a withdrawal does not undo. */
export type HoldingFacts = { name: string; held: readonly RoleIn[]; actedAs: readonly RoleIn[] }
export type HoldRefusal = Refusal<'already_held' | 'builder_and_adversary'>

/**
 * Nobody is Builder and Adversary in one phase (DOMAIN 1). Who has acted as one stays out of the other there even after the role was
 * withdrawn, or a person could judge what they built by changing hats. Null: they may hold it.
 */
export function whyCannotHold(facts: HoldingFacts, wanted: RoleIn): HoldRefusal | null {
  const { name, held, actedAs } = facts
  if (held.some(({ role, phase }) => role === wanted.role && phase === wanted.phase))
    return because('already_held', `${name} is ${describeRole(wanted)} already.`, 'role')
  const holds = held.find((one) => clash(one, wanted))
  if (holds) return excluded(`${name} is ${describeRole(holds)}`)
  const acted = actedAs.find((one) => clash(one, wanted))
  if (acted) return excluded(`${name} has acted as ${describeRole(acted)}`)
  return null
}

/** `Builder in redfix`, `Operator in every phase`. */
export const describeRole = ({ role, phase }: RoleIn): string => `${ROLE_WORD[role]} in ${phase ?? 'every phase'}`

const excluded = (who: string): HoldRefusal =>
  because('builder_and_adversary', `${who}, and nobody is Builder and Adversary in one phase.`, 'role')

const clash = (one: RoleIn, other: RoleIn): boolean => rolesExcludeEachOther(one.role, other.role) && meet(one, other)

const meet = (one: RoleIn, other: RoleIn): boolean =>
  one.phase === null || other.phase === null || one.phase === other.phase
