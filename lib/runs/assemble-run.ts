import type { AttachedRun, Checkout, KeptFile } from './attached-run.ts'
import type { AttachRunInput } from './inputs.ts'
import type { RunResults } from './results/read-results.ts'
import { inTierOrder } from './tiers.ts'

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
    tiers: inTierOrder(reading?.tiers ?? input.tiers),
    level: reading?.level ?? input.level,
    schema: reading?.schema ?? null,
    runId: reading?.runId ?? null,
    results: files.results,
    log: files.log,
  }
}
