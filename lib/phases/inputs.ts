import { z } from 'zod'
import { checkbox, gateId, orNull, phaseId, required, slug } from '#lib/forms/fields.ts'
import { ALWAYS, inRequirementOrder, requirementIds } from '#lib/gates/requirements.ts'
import { whyReserved } from './reserved-phase.ts'

/** Hours after which a PASS is stale, unless a phase says otherwise (DOMAIN 2.4). */
export const DEFAULT_LIFETIME_HOURS = 24
export const MS_PER_HOUR = 3_600_000

export const OpenPhaseInput = z.object({
  phase: slug('Name the phase, for example redfix.').superRefine((phase, context) => {
    const sentence = whyReserved(phase)
    if (sentence !== null) context.addIssue({ code: 'custom', message: sentence })
  }),
  title: required('Say what the phase is, in a few words.', 200),
  mission: required('Say what is to be done, so that a stranger understands it.', 4_000),
  planPath: orNull(),
  doneRule: orNull(1_000),
  lifetimeHours: z.coerce
    .number('How many hours a PASS stays fresh.')
    .int('Whole hours.')
    .min(1, 'At least one hour.')
    .max(24 * 14, 'At most two weeks.')
    .default(DEFAULT_LIFETIME_HOURS),
})
export type OpenPhaseInput = z.output<typeof OpenPhaseInput>

export const AddFailureInput = z.object({
  phase: phaseId,
  failure: slug('Name the failure, usually by its recipe.'),
  recipe: slug('Which recipe failed?'),
  version: orNull(100),
  image: orNull(200),
  sweptAs: orNull(300),
})
export type AddFailureInput = z.output<typeof AddFailureInput>

export const DefineGateInput = z.object({
  phase: phaseId,
  gate: gateId,
  criteria: required('Say what the gate asks, so that both sides read the same.', 4_000),
  /** It is there, and is meant to be defined anew: not by mistake, since its PASS gets stale. */
  anew: checkbox,
  /** What it asks of each failure; an own check and a ruling it always asks. */
  requirements: z
    .array(z.enum(requirementIds, 'There is no such requirement.'))
    .default([])
    .transform((ids) => inRequirementOrder([...ids, ...ALWAYS]))
    .refine((ids) => ids.length > ALWAYS.length, 'Choose what the gate asks: with nothing asked, anything passes.'),
})
export type DefineGateInput = z.output<typeof DefineGateInput>

/** The plan's text: a changed plan makes older verdicts stale. */
export const RecordPlanInput = z.object({
  phase: phaseId,
  name: required('What is the plan called, for example its path?', 300),
  text: z
    .string('Paste the plan’s text.')
    .max(100_000, 'At most 100,000 characters.')
    .refine((text) => text.trim() !== '', 'Paste the plan’s text.'),
})
export type RecordPlanInput = z.output<typeof RecordPlanInput>

export const DeclareDoneInput = z.object({
  phase: phaseId,
  words: required('Say in a sentence what was reached.', 1_000),
})
export type DeclareDoneInput = z.output<typeof DeclareDoneInput>
