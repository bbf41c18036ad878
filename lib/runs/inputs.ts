import { z } from 'zod'
import {
  checkbox,
  commitOrNull,
  failureId,
  moment,
  optional,
  phaseId,
  required,
  slug,
  wholeOrNull,
  yesNoUnknown,
} from '#lib/forms/fields.ts'
import { tierOrder, tierStatuses } from './tiers.ts'
import { conclusions, deployments, runConditions } from './words.ts'

const NOT_ENTERED = ''
/** What can be typed; a results.json may name others. */
const typed: ReadonlySet<string> = new Set(tierOrder)

/** What is typed of a run; its files come beside it and are read by the server. */
export const AttachRunInput = z.object({
  phase: phaseId,
  failure: failureId,
  condition: z.enum(runConditions, 'Choose what else the node was doing.'),
  deployment: z.enum(deployments, 'Choose how it was deployed.'),
  recipe: slug('Which recipe ran?'),
  recipeVersion: required('Which version of the recipe?', 100),
  recipeCommit: commitOrNull,
  recipeClean: yesNoUnknown,
  testCommit: commitOrNull,
  testClean: yesNoUnknown,
  harnessCommit: commitOrNull,
  harnessClean: yesNoUnknown,
  host: required('On which host did it run?', 200),
  startedAt: moment('When did it start?'),
  endedAt: moment('When did it end?'),
  conclusion: z.enum(conclusions, 'Choose how it ended.'),
  tiers: z
    .record(z.string().max(60), z.enum([...tierStatuses, NOT_ENTERED]))
    .refine((tiers) => Object.keys(tiers).every((name) => typed.has(name)), 'The harness has no such tier.')
    .default({})
    .transform((tiers) =>
      Object.entries(tiers).flatMap(([name, status]) => (status === NOT_ENTERED ? [] : [{ name, status, tests: [] }])),
    ),
  level: z
    .union([
      z.literal('').transform(() => null),
      z.coerce.number('A level is a whole number.').int('A level is a whole number.').min(0).max(9),
    ])
    .default(null),
  /** Lint rules that failed, as they are called: `R011 R014`. */
  rulesFailed: optional(500).transform((text) => text.split(/[\s,;]+/).filter((rule) => rule !== '')),
  pullRequest: wholeOrNull('A pull request is a whole number.'),
  raisedAlarm: checkbox,
  remark: optional(1_000),
})
export type AttachRunInput = z.output<typeof AttachRunInput>

export const ExcludeRunInput = z.object({
  phase: phaseId,
  run: z.coerce.number().int().positive(),
  reason: required('Say why it must not count.', 500),
})
export type ExcludeRunInput = z.output<typeof ExcludeRunInput>
