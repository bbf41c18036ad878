import { z } from 'zod'
import { gateId, phaseId, required } from '#lib/forms/fields.ts'

export const RaiseVetoInput = z.object({
  phase: phaseId,
  gate: z.union([z.literal('').transform(() => null), gateId]).default(null),
  reason: required('Say what must not go on, and why.', 1_000),
})
export type RaiseVetoInput = z.output<typeof RaiseVetoInput>

export const LiftVetoInput = z.object({
  phase: phaseId,
  veto: z.coerce.number().int().positive(),
  reason: required('Say why it is lifted.', 1_000),
})
export type LiftVetoInput = z.output<typeof LiftVetoInput>
