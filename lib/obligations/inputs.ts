import { z } from 'zod'
import { parseEvidenceRef } from '#lib/evidence/evidence-ref.ts'
import { failureOrWhole, gateId, phaseId, required } from '#lib/forms/fields.ts'

export const OweInput = z.object({
  phase: phaseId,
  failure: failureOrWhole,
  by: z.enum(['builder', 'adversary'], 'Choose who owes it.'),
  text: required('Say what is owed.', 1_000),
  before: z.union([z.literal('').transform(() => null), gateId]).default(null),
})
export type OweInput = z.output<typeof OweInput>

export const MeetObligationInput = z.object({
  phase: phaseId,
  obligation: z.coerce.number().int().positive(),
  evidence: z
    .string()
    .default('')
    .refine((ref) => ref === '' || parseEvidenceRef(ref) !== null, 'Choose the evidence that meets it.')
    .transform((ref) => (ref === '' ? null : ref)),
  how: required('Say how it was met.', 1_000),
})
export type MeetObligationInput = z.output<typeof MeetObligationInput>
