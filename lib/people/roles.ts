/** The four roles of a phase (DOMAIN: the Builder investigates and claims, the Adversary judges, the Operator sets policy, the Stakeholder watches). */
export const roles = ['builder', 'adversary', 'operator', 'stakeholder'] as const
export type Role = (typeof roles)[number]

export const ROLE_WORD = {
  builder: 'Builder',
  adversary: 'Adversary',
  operator: 'Operator',
  stakeholder: 'Stakeholder',
} satisfies Record<Role, string>

/** Whoever acts: always a person, never an account (several accounts may belong to one person). `role` is the one held in the phase at hand. */
export type Actor = { person: string; name: string; role: Role | null }

/** Builder and Adversary exclude each other within a phase; a role given for every phase (`phase: null`) meets every phase. */
export function rolesExcludeEachOther(one: Role, other: Role): boolean {
  return (one === 'builder' && other === 'adversary') || (one === 'adversary' && other === 'builder')
}
