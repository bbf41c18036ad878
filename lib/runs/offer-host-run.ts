import type { FailureFacts } from '#lib/phases/phase-facts.ts'
import type { RunResults } from './results/read-results.ts'
import { shownEnd } from './results/shown-end.ts'

type Fields = { [field: string]: string[] }

/**
 * The form that attaches a run, filled with what a run folder of the harness says of itself. What nobody knows stays
 * empty: a green, too, which an exit code says that no run folder keeps.
 */
export function offerHostRun(
  { recipe, version }: FailureFacts,
  { host, folder }: { host: string; folder: string },
  results: RunResults | null,
): Fields {
  const said: { [field: string]: string | number | null | undefined } = {
    ...{
      recipe: results?.recipe ?? recipe,
      recipeVersion: results?.version ?? version,
      recipeCommit: commitIn(results),
    },
    ...{ host, endedAt: results?.finishedAt?.slice(0, 19).replace('T', ' ') },
    ...{
      conclusion: results === null ? null : shownEnd(results)?.conclusion,
      pullRequest: results?.pr,
      level: results?.level,
    },
    ...{ rulesFailed: results?.rulesFailed.join(' '), remark: `Run folder ${folder} of ${host}.` },
  }
  return Object.fromEntries(
    Object.entries(said).flatMap(([field, value]): [string, string[]][] =>
      value === null || value === undefined || value === '' ? [] : [[field, [String(value)]]],
    ),
  )
}

/** A reference may be a branch: only a commit is one. */
const commitIn = (results: RunResults | null): string | null =>
  results?.ref != null && /^[0-9a-f]{7,64}$/.test(results.ref) ? results.ref : null
