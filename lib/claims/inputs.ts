import { z } from 'zod'
import { failureId, gateId, optional, phaseId, required } from '#lib/forms/fields.ts'
import { tierStatuses } from '#lib/runs/tiers.ts'
import { runConditions } from '#lib/runs/words.ts'

const NOT_EXPECTED = ''

/** Tier name to what a re-run should show there; an empty choice is left out. */
const ExpectedTiers = z
  .record(z.string().max(60), z.enum([...tierStatuses, NOT_EXPECTED]))
  .transform((tiers) =>
    Object.entries(tiers).flatMap(([name, status]) => (status === NOT_EXPECTED ? [] : [{ name, status }])),
  )

export const FileClaimInput = z.object({
  phase: phaseId,
  gate: gateId,
  parts: z
    .record(
      failureId,
      z.object({
        what: required('Say what is claimed.', 1_000),
        how: required('Give the exact commands that verify it.', 4_000),
        expected: z
          .partialRecord(z.enum(runConditions), ExpectedTiers)
          .default({})
          .transform((byCondition) =>
            runConditions.flatMap((condition) =>
              byCondition[condition]?.length ? [{ condition, tiers: byCondition[condition] }] : [],
            ),
          ),
      }),
    )
    .default({}),
  /** By finding: what answers it. Empty: this revision does not. */
  answers: z
    .record(z.string().max(100), optional(1_000))
    .default({})
    .transform((answers) =>
      Object.entries(answers).flatMap(([finding, text]) => (text === '' ? [] : [{ finding, text }])),
    ),
})
export type FileClaimInput = z.output<typeof FileClaimInput>

export const WithdrawClaimInput = z.object({
  phase: phaseId,
  gate: gateId,
  revision: z.coerce.number().int().positive(),
  reason: required('Say why it is withdrawn.', 1_000),
})
export type WithdrawClaimInput = z.output<typeof WithdrawClaimInput>
