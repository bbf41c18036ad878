import { readFileSync } from 'node:fs'
import type { Db } from '#db/db.ts'
import { nextNumber } from '#db/ledger/next-number.ts'
import { attachRun } from '#db/runs/attach-run.ts'
import { typedRun } from '#db/testing/evidence.ts'
import { must } from '#db/testing/must.ts'
import type { asBuilderNow } from '#e2e/vocabulary/scenario-now.ts'
import { readResults } from '#lib/runs/results/read-results.ts'
import type { RunCondition } from '#lib/runs/words.ts'

export type Shown = 'green' | 'red'
export type RunToAttach = { phase: string; failure: string; shown: Shown; condition: RunCondition }

/** As the harness writes them: every stage with its tests, so that a run here weighs what a real one weighs. */
const RESULTS = { green: readShown('schema2-green'), red: readShown('schema2-red-restore') }

/** Attaches a run with the stages and tests of a real results.json; answers its name, `#31`. */
export function attachRunWithTests(db: Db, run: RunToAttach, as: typeof asBuilderNow): string {
  const { shown, ...about } = run
  const typed = typedRun(run.failure, { ...about, conclusion: shown, tiers: [] }, nextNumber(db, 'run.attached'))
  const reading = { ...RESULTS[shown], recipe: typed.recipe, version: typed.recipeVersion, finishedAt: typed.endedAt }
  return must(attachRun(db, as({ ...typed, reading }))).subject ?? ''
}

function readShown(file: string) {
  return must(readResults(readFileSync(`e2e/fixtures/results/${file}.json`, 'utf8')))
}
