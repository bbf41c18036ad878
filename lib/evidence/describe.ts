import type { AttachedRun } from '#lib/runs/attached-run.ts'
import { brokenTier } from '#lib/runs/tiers.ts'
import { conclusionWords, conditionWords, deploymentWords } from '#lib/runs/words.ts'
import { readableText } from '#lib/words/readable-text.ts'

export type ObservedFacts = { command: string; host: string; observedAt: string }
export type CitedCode = { repository: string; commit: string; path: string; fromLine: number; toLine: number }

/** One line on what the evidence is, for lists and timelines; somebody's words in it are readable, not as recorded. */
export function summariseRun(run: AttachedRun): string {
  const broken = run.conclusion === 'red' ? brokenTier(run.tiers) : null
  const where = broken === null ? '' : ` at ${broken.name}`
  return `${conditionWords[run.condition]}, ${deploymentWords[run.deployment]}: ${conclusionWords[run.conclusion]}${where}`
}

export const summariseObservation = ({ command, host }: ObservedFacts): string =>
  readableText(`${command.split('\n')[0] ?? ''} on ${host}`)
export const summariseCode = ({ path, fromLine, toLine, commit }: CitedCode): string =>
  readableText(`${path}:${fromLine === toLine ? fromLine : `${fromLine}-${toLine}`} at ${commit.slice(0, 8)}`)

/** How somebody else sees the same: the harness's command (DOMAIN 4), the command as given, the lines as they stand at that commit. */
export function commandOfRun(run: AttachedRun): string {
  const checkout =
    run.recipeCheckout.commit === null ? '' : `   # ${run.recipe} at ${run.recipeVersion}, ${run.recipeCheckout.commit}`
  return `RECIPE=${run.recipe} CCCI_SKIP_FETCH=1 cc-ci-run runner/run_recipe_ci.py${checkout}`
}
export const commandOfCode = ({ commit, path, fromLine, toLine }: CitedCode): string =>
  `git show ${shellWord(`${commit}:${path}`)} | sed -n '${fromLine},${toLine}p'`

// The path was typed by one side and is copied into a shell by the other.
const shellWord = (text: string): string => (/^[\w./:@+-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`)
