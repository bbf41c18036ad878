import { z } from 'zod'
import { evidenceRefs, phaseId, required } from '#lib/forms/fields.ts'

const findingId = z.string().min(1)

export const AddressFindingInput = z.object({
  phase: phaseId,
  finding: findingId,
  with: required('Say with what it is addressed.', 1_000),
  cites: evidenceRefs,
})
export type AddressFindingInput = z.output<typeof AddressFindingInput>

export const CloseFindingInput = z.object({
  phase: phaseId,
  finding: findingId,
  reason: required('Say why it is closed.', 1_000),
  cites: evidenceRefs,
})
export type CloseFindingInput = z.output<typeof CloseFindingInput>

export const ReopenFindingInput = z.object({
  phase: phaseId,
  finding: findingId,
  reason: required('Say why it is opened again.', 1_000),
})
export type ReopenFindingInput = z.output<typeof ReopenFindingInput>
