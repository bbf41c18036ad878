import type { AttachedRun, Checkout, KeptFile } from './attached-run.ts'
import type { AttachRunInput } from './inputs.ts'
import type { RunResults } from './results/read-results.ts'
import { inTierOrder, type Tier } from './tiers.ts'

export type RunFiles = { results: KeptFile | null; log: KeptFile | null }

const checkout = (commit: string | null, clean: boolean | null): Checkout => ({ commit, clean })

/** What was typed and what results.json says, as one run. The file is believed over the form; `findContradictions` has refused what cannot both be true. */
export function assembleRun(
  input: AttachRunInput,
  reading: RunResults | null,
  files: RunFiles,
  number: number,
): AttachedRun {
  const { condition, deployment, recipe, recipeVersion, host, startedAt, endedAt, conclusion, raisedAlarm, remark } =
    input
  return {
    ...{
      number,
      condition,
      deployment,
      recipe,
      recipeVersion,
      host,
      startedAt,
      endedAt,
      conclusion,
      raisedAlarm,
      remark,
    },
    recipeCheckout: checkout(input.recipeCommit, input.recipeClean),
    testCheckout: checkout(input.testCommit, input.testClean),
    harnessCheckout: checkout(input.harnessCommit, input.harnessClean),
    pullRequest: reading?.pr ?? input.pullRequest,
    tiers: inTierOrder(withRules(reading?.tiers ?? input.tiers, rulesOf(input, reading))),
    level: reading?.level ?? input.level,
    schema: reading?.schema ?? null,
    runId: reading?.runId ?? null,
    results: files.results,
    log: files.log,
    supervised: null,
  }
}

/** The lint rules that failed, as tests of the lint tier: a fix must not break one that passed before. Rules without a lint tier are one that failed. */
function withRules(tiers: readonly Tier[], rules: readonly string[]): Tier[] {
  if (rules.length === 0) return [...tiers]
  const tests = rules.map((name) => ({ name, status: 'fail', ms: null }) as const)
  if (tiers.every(({ name }) => name !== 'lint')) return [...tiers, { name: 'lint', status: 'fail', tests }]
  return tiers.map((tier) => {
    if (tier.name !== 'lint') return tier
    const others = tier.tests.filter(({ name }) => !rules.includes(name))
    return { ...tier, tests: [...others, ...tests] }
  })
}

/** Schema 1 knows no lint: what was typed holds then. */
const rulesOf = (input: AttachRunInput, reading: RunResults | null): readonly string[] =>
  reading?.schema === 2 ? reading.rulesFailed : input.rulesFailed
