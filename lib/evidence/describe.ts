import type { AttachedRun } from '#lib/runs/attached-run.ts'
import { brokenTier } from '#lib/runs/tiers.ts'
import { conclusionWords, conditionWords, deploymentWords } from '#lib/runs/words.ts'
import type { RunRequest } from '#lib/swarm/run-request.ts'
import type { Supervision } from '#lib/swarm/supervision.ts'
import { profileWords } from '#lib/swarm/words.ts'
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

/**
 * How somebody else sees the same: the harness's command (DOMAIN 4), the command as given, the lines as they stand at that commit. Of a run
 * that was requested here `request` says what else it was asked for; what was typed about one that was attached stays as it is.
 */
export function commandOfRun(run: AttachedRun, request: RunRequest | null = null): string {
  const { recipe, recipeVersion, recipeCheckout, supervised } = run
  const checkout = recipeCheckout.commit === null ? [] : [`${recipe} at ${recipeVersion}, ${recipeCheckout.commit}`]
  const said = [...checkout, ...(supervised === null ? [] : waysOf(run, supervised, request))]
  const aside = said.length === 0 ? '' : `   # ${said.join('; ')}`
  return `RECIPE=${recipe} CCCI_SKIP_FETCH=1 cc-ci-run runner/run_recipe_ci.py${aside}`
}

/** In which way it ran, each in a few words: behind the command's #, so on one line. */
function waysOf(
  { host, pullRequest, harnessCheckout }: AttachedRun,
  { profile }: Supervision,
  request: RunRequest | null,
) {
  const [from, to] = [request?.from ?? null, request?.to ?? null]
  const advance = [from === null ? '' : ` from ${from}`, to === null ? '' : ` to ${to}`].join('')
  return [
    `${profileWords[profile]}${advance} on ${host}`,
    ...(pullRequest === null ? [] : [`pull request ${pullRequest}`]),
    ...(harnessCheckout.commit === null ? [] : [`harness at ${harnessCheckout.commit}`]),
  ]
}
export const commandOfCode = ({ commit, path, fromLine, toLine }: CitedCode): string =>
  `git show ${shellWord(`${commit}:${path}`)} | sed -n '${fromLine},${toLine}p'`

// The path was typed by one side and is copied into a shell by the other.
const shellWord = (text: string): string => (/^[\w./:@+-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`)
