import { z } from 'zod'
import { parseEvidenceRef } from '#lib/evidence/evidence-ref.ts'
import { parseUtc } from '#lib/time/parse-utc.ts'

/** The kinds of field that commands share. Texts are trimmed; each refusal says what is wanted, in a sentence. */
export const required = (sentence: string, max = 2_000) =>
  z
    .string(sentence)
    .trim()
    .min(1, sentence)
    .max(max, `At most ${max.toLocaleString('en')} characters.`)
export const optional = (max = 2_000) =>
  z
    .string()
    .trim()
    .max(max, `At most ${max.toLocaleString('en')} characters.`)
    .default('')
/** Null when left empty. */
export const orNull = (max = 300) => optional(max).transform((text) => (text === '' ? null : text))

/** A moment in UTC, as ISO 8601. */
export const moment = (sentence: string) =>
  z.string(sentence).transform((text, context) => {
    const iso = parseUtc(text)
    if (iso === null)
      context.addIssue({
        code: 'custom',
        message: text.trim() === '' ? sentence : 'Not a moment: use year-month-day and hour:minute, in UTC.',
      })
    return iso ?? ''
  })

export const optionalMoment = z
  .string()
  .default('')
  .transform((text, context) => {
    if (text.trim() === '') return null
    const iso = parseUtc(text)
    if (iso === null)
      context.addIssue({ code: 'custom', message: 'Not a moment: use year-month-day and hour:minute, in UTC.' })
    return iso
  })

const COMMIT = /^[0-9a-f]{7,64}$/
const NOT_A_COMMIT = 'A commit is 7 to 64 of the digits 0-9 and a-f.'
export const commit = (sentence: string) =>
  z.string(sentence).trim().toLowerCase().min(1, sentence).regex(COMMIT, NOT_A_COMMIT)
export const commitOrNull = z
  .string()
  .trim()
  .toLowerCase()
  .default('')
  .refine((text) => text === '' || COMMIT.test(text), NOT_A_COMMIT)
  .transform((text) => (text === '' ? null : text))

/** A whole number from 1 on; null when left empty. */
export const wholeOrNull = (sentence: string) =>
  z
    .union([
      z.literal('').transform(() => null),
      z.coerce.number(sentence).int(sentence).min(1, sentence).max(1_000_000_000, sentence),
    ])
    .nullable()
    .default(null)

/** Yes, no, or nobody said. */
export const yesNoUnknown = z
  .enum(['yes', 'no', 'unknown'], 'Choose yes, no or not known.')
  .transform((word) => (word === 'unknown' ? null : word === 'yes'))
export const checkbox = z
  .string()
  .optional()
  .transform((value) => value === 'yes')

/** Phases, failures: what stands in an address. */
export const slug = (sentence: string) =>
  z
    .string(sentence)
    .trim()
    .toLowerCase()
    .min(1, sentence)
    .max(60, 'At most 60 characters.')
    .regex(/^[a-z0-9][a-z0-9_-]*$/, 'Small letters, digits and dashes only, beginning with a letter or digit.')
/** Gate ids as teams write them: M1, U0, WC1.1, M2(c), DoD-1. */
export const gateId = z
  .string()
  .trim()
  .min(1, 'Name the gate, for example M1.')
  .max(20, 'At most 20 characters.')
  .regex(/^[A-Za-z][A-Za-z0-9.()-]*$/, 'A gate id looks like M1, WC1.1, M2(c) or DoD-1.')

/** Evidence cited by its name: `#31`, `obs-4`, `code-2`; what is named twice is one piece. */
export const evidenceRefs = z
  .array(z.string().refine((ref) => parseEvidenceRef(ref) !== null, 'Cite evidence as #31, obs-4 or code-2.'))
  .default([])
  .transform((refs) => [...new Set(refs)])
/** Which phase, which failure: hidden in the form, never typed. */
export const phaseId = z.string().min(1)
export const failureId = z.string().min(1)
/** Null: the whole phase. */
export const failureOrWhole = z
  .string()
  .default('')
  .transform((failure) => (failure === '' ? null : failure))
