import type { z } from 'zod'
import { ok, type Result, refuse } from '#lib/result.ts'
import { inTierOrder, type Tier } from '../tiers.ts'
import { explainIssue } from './explain-issue.ts'
import { parseJsonFile } from './parse-json-file.ts'
import { ResultsSchema1, ResultsSchema2 } from './results-schema.ts'

/** `intentional`: rungs the recipe does not have, with the reason; `unintentional`: rungs that should have run. */
export type RunSkips = { intentional: { rung: string; reason: string }[]; unintentional: string[] }

/**
 * What a results.json says, for both schemas. `finishedAt` is ISO 8601 UTC by the harness's clock. Null is "the file does not say";
 * schema 1 knows neither lint nor skips. A level means something only beside its schema.
 */
export type RunResults = {
  schema: 1 | 2
  recipe: string
  version: string | null
  pr: number | null
  ref: string | null
  runId: string
  finishedAt: string | null
  level: number | null
  levelCapReason: string | null
  tiers: Tier[]
  cleanTeardown: boolean | null
  noSecretLeak: boolean | null
  skips: RunSkips | null
  rulesFailed: string[]
}

export type ResultsRefusal = { sentence: string }

const refuseFile = (rest: string) => refuse({ sentence: `results.json: ${rest}` })

const commonOf = (file: z.output<typeof ResultsSchema1> | z.output<typeof ResultsSchema2>) => ({
  recipe: file.recipe,
  version: file.version,
  pr: file.pr,
  ref: file.ref,
  runId: file.run_id,
  finishedAt: file.finished,
  level: file.level,
  levelCapReason: file.level_cap_reason,
  cleanTeardown: file.flags.clean_teardown,
  noSecretLeak: file.flags.no_secret_leak,
})

function repeatedName(tiers: readonly Tier[]): string | null {
  return tiers.find((tier, at) => tiers.findIndex((other) => other.name === tier.name) !== at)?.name ?? null
}

function readSchema1(object: object): Result<RunResults, ResultsRefusal> {
  const parsed = ResultsSchema1.safeParse(object)
  if (!parsed.success) return refuseFile(firstIssue(parsed.error))
  const tiers = inTierOrder(parsed.data.stages)
  return ok({ schema: 1, ...commonOf(parsed.data), tiers, skips: null, rulesFailed: [] })
}

function readSchema2(object: object): Result<RunResults, ResultsRefusal> {
  const parsed = ResultsSchema2.safeParse(object)
  if (!parsed.success) return refuseFile(firstIssue(parsed.error))
  const { stages, lint, skips } = parsed.data
  const lintStage = stages.find((stage) => stage.name === 'lint')
  if (lint && lintStage && lint.status !== lintStage.status)
    return refuseFile(`lint is “${lint.status}” under lint and “${lintStage.status}” under stages.`)
  const tiers = lint && !lintStage ? [{ name: 'lint', status: lint.status, tests: [] }, ...stages] : stages
  return ok({
    schema: 2,
    ...commonOf(parsed.data),
    tiers: inTierOrder(tiers),
    skips: {
      intentional: Object.entries(skips?.intentional ?? {}).map(([rung, reason]) => ({ rung, reason })),
      unintentional: skips?.unintentional ?? [],
    },
    rulesFailed: lint?.rules_failed ?? [],
  })
}

function firstIssue(error: z.ZodError): string {
  const [issue] = error.issues
  return issue === undefined ? 'cannot be read.' : explainIssue(issue)
}

/**
 * Reads the results.json of the harness, schema 1 or 2. Fields it does not know are passed over; what the evidence rests on
 * (schema, recipe, run_id, the stages and their statuses) must be there and be right. The refusal names the field.
 */
export function readResults(text: string): Result<RunResults, ResultsRefusal> {
  const json = parseJsonFile(text)
  if (!json.ok) return refuseFile(json.refusal)
  const schema = 'schema' in json.value ? json.value.schema : undefined
  if (schema === undefined)
    return refuseFile('there is no schema in it. Is this another JSON file? The harness writes schema 1 or 2.')
  if (schema !== 1 && schema !== 2)
    return refuseFile(`schema ${JSON.stringify(schema).slice(0, 40)} is not known; 1 and 2 are.`)
  const read = schema === 1 ? readSchema1(json.value) : readSchema2(json.value)
  const twice = read.ok ? repeatedName(read.value.tiers) : null
  return twice === null ? read : refuseFile(`the stage ${twice} is there twice.`)
}
