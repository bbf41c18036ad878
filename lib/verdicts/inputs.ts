import { z } from 'zod'
import { evidenceRefs, failureId, gateId, optional, orNull, phaseId, required, wholeOrNull } from '#lib/forms/fields.ts'

export const results = ['pass', 'fail'] as const
export type RulingResult = (typeof results)[number]

export const RecordRulingInput = z.object({
  phase: phaseId,
  gate: gateId,
  failure: failureId,
  digest: z.string().min(1),
  /** The event of the ruling that was on record when this was written; null: none was, or nobody looked. */
  onRecord: wholeOrNull('The ruling on record is named by its event.'),
  result: z.enum(results, 'Choose PASS or FAIL.'),
  reason: required('Say why, in a sentence.', 2_000),
  cites: evidenceRefs,
  /** Only for FAIL: how somebody else sees it fail. */
  repro: optional(4_000),
  /** Only for FAIL: the stage where it shows. */
  stage: orNull(100),
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

/** Neither PASS nor FAIL: what would settle it. */
export const AskForMoreInput = z.object({
  phase: phaseId,
  gate: gateId,
  failure: failureId,
  digest: z.string().min(1),
  text: required('Say what would settle it, for example: two more reds under load.', 1_000),
})
export type AskForMoreInput = z.output<typeof AskForMoreInput>
