import { z } from 'zod'
import { evidenceRefs, failureId, gateId, optional, phaseId, required } from '#lib/forms/fields.ts'

export const results = ['pass', 'fail'] as const
export type RulingResult = (typeof results)[number]

export const RecordRulingInput = z.object({
  phase: phaseId,
  gate: gateId,
  failure: failureId,
  digest: z.string().min(1),
  result: z.enum(results, 'Choose PASS or FAIL.'),
  reason: required('Say why, in a sentence.', 2_000),
  cites: evidenceRefs,
  /** Only for FAIL: how somebody else sees it fail. */
  repro: optional(4_000),
})
export type RecordRulingInput = z.output<typeof RecordRulingInput>

export const RecordVerdictInput = z.object({
  phase: phaseId,
  gate: gateId,
  digest: z.string().min(1),
  result: z.enum(results, 'Choose PASS or FAIL.'),
  reason: required('Say why, in a sentence.', 2_000),
})
export type RecordVerdictInput = z.output<typeof RecordVerdictInput>
