import { ROLE_WORD, type Role } from '#lib/people/roles.ts'

/** How many days a token may be good for. */
export const LIFETIME_DAYS = { least: 1, most: 365, usual: 30 } as const
export const MS_PER_DAY = 86_400_000

/** What a form says for a token that only reads; no role is called so. */
export const READ_ONLY = 'read'

/** `acts as Builder`, `only reads` */
export const describePower = (role: Role | null): string =>
  role === null ? 'only reads' : `acts as ${ROLE_WORD[role]}`
