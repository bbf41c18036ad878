import { z } from 'zod'
import { phaseId, required } from '#lib/forms/fields.ts'
import { roles } from '#lib/people/roles.ts'
import { LIFETIME_DAYS, READ_ONLY } from './token-words.ts'

const { least, most } = LIFETIME_DAYS
const DAYS = `From ${least} to ${most} days.`

export const IssueTokenInput = z.object({
  phase: phaseId,
  name: required('Name the program that will use it.', 80),
  role: z.enum([...roles, READ_ONLY], 'Choose what it may do.').transform((role) => (role === READ_ONLY ? null : role)),
  days: z.coerce.number(DAYS).int('Whole days.').min(least, DAYS).max(most, DAYS),
})
export type IssueTokenInput = z.output<typeof IssueTokenInput>

export const RevokeTokenInput = z.object({
  phase: phaseId,
  token: z.string().min(1),
  reason: required('Say why it is revoked.', 500),
})
export type RevokeTokenInput = z.output<typeof RevokeTokenInput>
