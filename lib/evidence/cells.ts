import type { EvidenceFacts } from '#lib/phases/phase-facts.ts'
import type { AttachedRun } from '#lib/runs/attached-run.ts'
import { brokenTier } from '#lib/runs/tiers.ts'
import type { ClaimedCause } from './weight.ts'

export type Cell = { green: EvidenceFacts[]; red: EvidenceFacts[] }
/**
 * The runs that count together, by what the node was doing and the state of the deployment (EVIDENCE 2.7). `alone` and `load`: cold ones;
 * `warm`: on an idle node, promote runs too; quick ones show too little for any. `other`: counted runs with another key.
 */
export type Cells = {
  alone: Cell
  load: Cell
  promote: Cell
  warm: Cell
  other: EvidenceFacts[]
  /** Of these reds, the most that broke at one stage: another red is another failure (EVIDENCE 2.9). */
  sameRed: (reds: EvidenceFacts[]) => EvidenceFacts[]
}

const KEY_DIGITS = 7
const short = (commit: string | null) => commit?.slice(0, KEY_DIGITS) ?? 'unknown'

/** Runs only count together if they share it (EVIDENCE 2.7). Condition and warm state are the cells. */
export const keyOf = ({ recipeVersion, recipeCheckout, testCheckout, harnessCheckout, host }: AttachedRun): string =>
  [recipeVersion, ...[recipeCheckout, testCheckout, harnessCheckout].map(({ commit }) => short(commit)), host].join(' ')

/** Ended green or red, not left out, and not picked because it was red. */
export function countedRuns(failure: string, evidence: readonly EvidenceFacts[]): EvidenceFacts[] {
  return evidence.filter(
    (held) =>
      held.failure === failure &&
      held.leftOut === null &&
      held.run !== null &&
      !held.run.raisedAlarm &&
      (held.run.conclusion === 'green' || held.run.conclusion === 'red'),
  )
}

/**
 * All counted runs of the one key that the claim cites most (of equals, the one with most runs): a key that nobody claims cannot outnumber
 * it, and within it nothing is picked.
 */
export function countCells(
  { failure, cites }: Pick<ClaimedCause, 'failure' | 'cites'>,
  evidence: readonly EvidenceFacts[],
): Cells {
  const counted = countedRuns(failure, evidence)
  const groups = Map.groupBy(counted, ({ run }) => (run === null ? '' : keyOf(run)))
  const cited = (group: EvidenceFacts[]) => group.filter(({ ref }) => cites.includes(ref)).length
  const [most = []] = [...groups.values()].sort((one, other) => cited(other) - cited(one) || other.length - one.length)
  const cell = (belongs: (run: AttachedRun) => boolean): Cell => {
    const own = most.filter(({ run }) => run !== null && belongs(run))
    return {
      green: own.filter(({ run }) => run?.conclusion === 'green'),
      red: own.filter(({ run }) => run?.conclusion === 'red'),
    }
  }
  return {
    alone: cell((run) => run.condition === 'alone' && run.deployment === 'cold'),
    load: cell((run) => run.condition === 'load' && run.deployment === 'cold'),
    promote: cell((run) => run.condition === 'promote'),
    warm: cell((run) => run.condition === 'promote' || (run.condition === 'alone' && run.deployment === 'warm')),
    other: counted.filter((held) => !most.includes(held)),
    sameRed,
  }
}

function sameRed(reds: EvidenceFacts[]): EvidenceFacts[] {
  const stages = Map.groupBy(reds, ({ run }) => brokenTier(run?.tiers ?? [])?.name ?? '')
  return [...stages.values()].sort((one, other) => other.length - one.length)[0] ?? []
}
