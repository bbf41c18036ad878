import type { Behaviour } from '#lib/classifications/words.ts'
import type { EvidenceFacts } from '#lib/phases/phase-facts.ts'
import { type Cells, countCells } from './cells.ts'
import { weighAlwaysRed } from './weigh-always-red.ts'
import type { ClaimedCause, Weight } from './weight.ts'

/**
 * Does the evidence carry the claim? For now by the counted minimum of EVIDENCE 5.2; exact weighing comes behind this function.
 * Counted are all runs of the failure with one key, not only those that are cited: not the run that raised the alarm, not what was left
 * out, not what ended without a result.
 */
export function weighEvidence(claim: ClaimedCause, evidence: readonly EvidenceFacts[]): Weight {
  const cells = countCells(claim, evidence)
  return WEIGH[claim.behaviour](claim, cells, evidence)
}

/** Greens alone, reds under load (EVIDENCE 0.7): the smallest honest set, and the one asked for by default. */
const LEAST = 3
const USUAL_GREENS = 5
/** For a flake that load does not explain: runs alone of both colours; by default as many as a fair rate needs. */
const USUAL_FLAKY = 5

type Weigh = (claim: ClaimedCause, cells: Cells, evidence: readonly EvidenceFacts[]) => Weight
const WEIGH = {
  'flaky-load': (_, cells) => weighFlakyUnderLoad(cells),
  flaky: (_, cells) => weighFlaky(cells),
  gone: (_, cells) => weighGone(cells),
  'always-red': weighAlwaysRed,
} satisfies Record<Behaviour, Weigh>

function weighFlakyUnderLoad({ alone, load, sameRed }: Cells): Weight {
  const [contradiction] = alone.red
  if (contradiction)
    return {
      kind: 'contradicted',
      because: `“green alone” is contradicted by ${contradiction.ref}, which was red alone`,
      evidence: [contradiction.ref],
    }
  const reds = sameRed(load.red)
  const evidence = [...alone.green, ...reds].map(({ ref }) => ref)
  const counted = `${alone.green.length} green alone, ${reds.length} red under load`
  const short = [
    ...(alone.green.length < LEAST ? [`${LEAST - alone.green.length} more green alone`] : []),
    ...(reds.length < LEAST ? [`${LEAST - reds.length} more red under load, at one stage`] : []),
  ]
  if (short.length > 0) return { kind: 'too-little', because: `${counted}: ${short.join(' and ')} needed`, evidence }
  return alone.green.length < USUAL_GREENS
    ? { kind: 'weak', because: `${counted}; ${USUAL_GREENS} and ${LEAST} are usual`, evidence }
    : { kind: 'enough', because: counted, evidence }
}

function weighFlaky({ alone }: Cells): Weight {
  const evidence = [...alone.green, ...alone.red].map(({ ref }) => ref)
  const counted = `${alone.green.length} green and ${alone.red.length} red alone, nothing changed`
  if (alone.green.length === 0 || alone.red.length === 0)
    return { kind: 'too-little', because: `${counted}: one of each is needed to call it flaky`, evidence }
  return evidence.length < USUAL_FLAKY
    ? { kind: 'weak', because: `${counted}; ${USUAL_FLAKY} runs are usual`, evidence }
    : { kind: 'enough', because: counted, evidence }
}

function weighGone({ alone }: Cells): Weight {
  const [contradiction] = alone.red
  if (contradiction)
    return {
      kind: 'contradicted',
      because: `“gone” is contradicted by ${contradiction.ref}, which was red alone`,
      evidence: [contradiction.ref],
    }
  const evidence = alone.green.map(({ ref }) => ref)
  const counted = `${evidence.length} green alone`
  if (evidence.length < LEAST)
    return { kind: 'too-little', because: `${counted}: ${LEAST - evidence.length} more needed`, evidence }
  return evidence.length < USUAL_GREENS
    ? { kind: 'weak', because: `${counted}; ${USUAL_GREENS} are usual`, evidence }
    : { kind: 'enough', because: counted, evidence }
}
