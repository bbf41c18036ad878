import { z } from 'zod'
import { PASSWORD_LENGTH } from './password-length.ts'
import { practiceRoles } from './practice-people.ts'
import { roles } from './roles.ts'

/** What a select offers for "every phase"; no phase has this id. */
export const EVERY_PHASE = '*'

const Person = z.string().min(1, 'Choose a person.')
const RoleName = z.enum(roles, 'Choose a role.')
const Phase = z
  .string()
  .min(1, 'Choose a phase, or every phase.')
  .transform((phase) => (phase === EVERY_PHASE ? null : phase))

export const GiveRoleInput = z.object({ person: Person, role: RoleName, phase: Phase })
export type GiveRoleInput = z.output<typeof GiveRoleInput>

/** One select offers every role that somebody holds, so its value names all three as JSON. */
const Holding = z
  .string()
  .min(1, 'Choose whose role.')
  .transform((text, context) => {
    const holding = readJson(text)
    if (holding === null) context.addIssue('Choose whose role.')
    return holding
  })
  .pipe(z.object({ person: Person, role: RoleName, phase: z.string().nullable() }))

export const WithdrawRoleInput = z.object({
  holding: Holding,
  reason: z.string().trim().min(1, 'Say why, in a sentence.').max(500, 'At most 500 characters.'),
})
export type WithdrawRoleInput = z.output<typeof WithdrawRoleInput>

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Somebody new, in a role. */
export const InviteInput = z.object({ role: RoleName, phase: Phase })
export type InviteInput = z.output<typeof InviteInput>

/** One more account for a person who has one. */
export const FurtherSignInInput = z.object({ person: Person })
export type FurtherSignInInput = z.output<typeof FurtherSignInInput>

const Email = z
  .email('This is not an email address.')
  .max(200)
  .transform((email) => email.toLowerCase())

export const SignInInput = z.object({
  email: z.string().trim().pipe(Email),
  password: z
    .string()
    .min(1, 'Type your password.')
    .max(PASSWORD_LENGTH.most, 'That is longer than any password here.'),
  next: z.string().default('/'),
})

export const EnterPracticeInput = z.object({
  role: z.enum(practiceRoles, 'Choose whom to enter as.'),
  next: z.string().default('/'),
})

const NewPassword = z
  .string()
  .min(PASSWORD_LENGTH.least, `At least ${PASSWORD_LENGTH.least} characters.`)
  .max(PASSWORD_LENGTH.most, `At most ${PASSWORD_LENGTH.most} characters.`)

export const TakeRoleInput = z.object({ token: z.string() })

// Control characters, and those that hide or reorder what stands beside them (not the joiners that some scripts need).
const UNSEEN = /[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u

/** `name` is not asked where the link is for a person who exists. */
export const JoinInput = z.object({
  token: z.string(),
  name: z
    .string()
    .trim()
    .min(1, 'Type your name: it stands beside what you record.')
    .max(80, 'At most 80 characters.')
    .refine((name) => !UNSEEN.test(name), 'There are characters in it that cannot be seen.')
    .optional(),
  email: z.string().trim().pipe(Email),
  password: NewPassword,
})
export type JoinInput = z.output<typeof JoinInput>
