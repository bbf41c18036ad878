import type { Role } from '#lib/people/roles.ts'

/** Whose answer can be wanted: everybody who writes. A Stakeholder watches. */
export const askable = ['builder', 'adversary', 'operator'] as const satisfies readonly Role[]
export type Askable = (typeof askable)[number]

export const ASKABLE_WORD = {
  builder: 'the Builder',
  adversary: 'the Adversary',
  operator: 'the Operator',
} satisfies Record<Askable, string>
