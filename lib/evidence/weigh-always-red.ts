import type { Place } from '#lib/classifications/words.ts'
import { isSameCommit } from '#lib/fixes/at-head.ts'
import type { EvidenceFacts } from '#lib/phases/phase-facts.ts'
import type { AttachedRun } from '#lib/runs/attached-run.ts'
import { decidingTiers } from '#lib/runs/tiers.ts'
import type { Cell, Cells } from './cells.ts'
import { parseEvidenceRef } from './evidence-ref.ts'
import type { ClaimedCause, Weight } from './weight.ts'

/** What a red that is there every time needs, by the place it is claimed to lie in (EVIDENCE 5.2 B to E); a static claim, the lines. */
export function weighAlwaysRed(claim: ClaimedCause, cells: Cells, evidence: readonly EvidenceFacts[]): Weight {
  const contradiction = findContradiction(claim.place, cells)
  if (contradiction !== null) return contradiction
  const byHand = evidence.filter(({ failure, kind }) => failure === claim.failure && kind !== 'run')
  const byRuns = PLACES[claim.place]({ claim, cells, byHand, evidence })
  if (!isStatic(claim, cells) || byRuns.kind === 'enough') return byRuns
  const byReading = weighStatic(byHand)
  return byReading.kind === 'too-little' && byRuns.kind === 'weak' ? byRuns : byReading
}

/** One green in the same cell refutes "always red". A warm-machinery bug is red warm and green cold: there a cold red refutes. */
function findContradiction(place: Place, { alone, promote, warm }: Cells): Weight | null {
  if (place === 'warm-machinery') {
    const [coldRed] = alone.red
    return coldRed && warm.red.length > 0
      ? contradicted(coldRed, '“green when cold” is contradicted', 'was red cold as well')
      : null
  }
  for (const { green, red } of [alone, promote]) {
    // What lay outside may be gone by now: a green after the last red says so.
    const [first] = place === 'outside' ? green.filter((held) => !isAfterAll(held, red)) : green
    if (first && red.length > 0)
      return contradicted(first, '“always red” is contradicted', 'was green in the same cell')
  }
  return null
}

const isAfterAll = (held: EvidenceFacts, others: EvidenceFacts[]): boolean =>
  others.every((other) => (other.run?.endedAt ?? '') < (held.run?.endedAt ?? ''))

const contradicted = ({ ref }: EvidenceFacts, what: string, why: string): Weight => ({
  kind: 'contradicted',
  because: `${what} by ${ref}, which ${why}`,
  evidence: [ref],
})

/** Red by construction: it cites code or an observation and no run, and no green speaks against it (a bug of the warm machinery is green cold). */
const isStatic = ({ cites, place }: ClaimedCause, { alone, promote, warm }: Cells): boolean =>
  cites.length > 0 &&
  cites.every((ref) => parseEvidenceRef(ref)?.kind !== 'run') &&
  (place === 'warm-machinery' ? [warm] : [alone, promote]).every(({ green }) => green.length === 0)

function weighStatic(byHand: EvidenceFacts[]): Weight {
  const code = byHand.filter(({ kind }) => kind === 'code')
  const evidence = refs(byHand)
  if (code.length === 0)
    return {
      kind: 'too-little',
      because: 'a static claim rests on lines of code with commit and path; none are quoted',
      evidence,
    }
  return code.length === byHand.length
    ? { kind: 'weak', because: 'shown by reading alone; an observation by hand is usual', evidence }
    : { kind: 'enough', because: 'shown by reading and by hand', evidence }
}

type Known = { claim: ClaimedCause; cells: Cells; byHand: EvidenceFacts[]; evidence: readonly EvidenceFacts[] }
const PLACES = {
  recipe: weighRecipe,
  'stale-test': weighStaleTest,
  harness: weighHarness,
  'warm-machinery': weighWarmMachinery,
  outside: weighOutside,
} satisfies Record<Place, (known: Known) => Weight>

const LEAST_REDS = 2
const USUAL_REDS = 3
const LEAST_SPLIT = 3

/** Reds alone cannot tell recipe from test from harness: a hand probe or the quoted mechanism belongs to them. */
function weighRecipe({ cells, byHand }: Known): Weight {
  const reds = [cells.alone, cells.promote].map(({ red }) => cells.sameRed(red)).sort(byLength)[0] ?? []
  const evidence = refs([...reds, ...byHand])
  const short = [
    ...(reds.length < LEAST_REDS ? [`${LEAST_REDS - reds.length} more red at one stage`] : []),
    ...(byHand.length === 0 ? ['a probe by hand or the mechanism, quoted'] : []),
  ]
  const counted = `${reds.length} red at one stage, ${byHand.length} by hand or by reading`
  if (short.length > 0) return { kind: 'too-little', because: `${counted}: ${short.join(' and ')} needed`, evidence }
  return reds.length < USUAL_REDS
    ? { kind: 'weak', because: `${counted}; ${USUAL_REDS} reds are usual`, evidence }
    : { kind: 'enough', because: counted, evidence }
}

/** The reading, and one run alone that shows everything else working: it excludes that something else is broken as well. */
function weighStaleTest({ cells, byHand }: Known): Weight {
  const code = byHand.filter(({ kind }) => kind === 'code')
  const only = cells.alone.red.filter(({ run }) => {
    const tiers = decidingTiers(run?.tiers ?? [])
    const broken = tiers.filter(({ status }) => status === 'fail' || status === 'unver')
    return broken.length === 1 && tiers.some(({ status }) => status === 'pass')
  })
  const short = [
    ...(code.length === 0 ? ['the lines that the test expects, quoted'] : []),
    ...(only.length === 0 ? ['one run alone where only this stage is red'] : []),
  ]
  const evidence = refs([...only, ...code])
  if (short.length > 0) return { kind: 'too-little', because: `${short.join(' and ')} needed`, evidence }
  return { kind: 'enough', because: 'read and quoted, and all but one stage pass alone', evidence }
}

/** It works by hand while the harness says red and was green with an older harness, or unrelated recipes fail in the same way. */
function weighHarness({ claim, cells, byHand, evidence }: Known): Weight {
  const reds = cells.sameRed(cells.alone.red)
  const stage = brokenStage(reds[0])
  const unrelated = new Set(
    evidence
      .filter((held) => held.failure !== claim.failure && held.leftOut === null)
      .filter((held) => stage !== null && brokenStage(held) === stage)
      .map(({ run }) => run?.recipe),
  )
  unrelated.delete(reds[0]?.run?.recipe)
  const probes = byHand.filter(({ kind }) => kind === 'observation')
  const older = cells.other.filter(({ run }) => run !== null && isGreenWithAnotherHarness(run, reds[0]?.run ?? null))
  const own = refs([...reds, ...probes, ...older])
  if (probes.length > 0 && older.length > 0)
    return { kind: 'enough', because: 'works by hand, and was green with another harness', evidence: own }
  if (unrelated.size >= 2)
    return { kind: 'weak', because: `${unrelated.size} unrelated recipes break at ${stage} too`, evidence: own }
  return {
    kind: 'too-little',
    because:
      'a probe by hand during a red and a green with an older harness needed, or the same red in two unrelated recipes',
    evidence: own,
  }
}

/** Green, and nothing but the harness is different: both of its commits are known, and the recipe is the same. */
const isGreenWithAnotherHarness = (run: AttachedRun, red: AttachedRun | null): boolean =>
  red !== null &&
  run.conclusion === 'green' &&
  run.recipeVersion === red.recipeVersion &&
  isSameCommit(run.recipeCheckout.commit, red.recipeCheckout.commit) &&
  run.harnessCheckout.commit !== null &&
  red.harnessCheckout.commit !== null &&
  !isSameCommit(run.harnessCheckout.commit, red.harnessCheckout.commit)

function weighWarmMachinery({ cells: { warm, alone: cold }, byHand }: Known): Weight {
  const evidence = refs([...warm.red, ...cold.green, ...byHand])
  const counted = `${warm.red.length} red warm, ${cold.green.length} green cold`
  if (warm.red.length >= LEAST_SPLIT && cold.green.length >= LEAST_SPLIT)
    return { kind: 'enough', because: counted, evidence }
  if (hasBoth(warm, cold) && byHand.length > 0)
    return { kind: 'weak', because: `${counted}, with what was there captured; 3 and 3 are usual`, evidence }
  return {
    kind: 'too-little',
    because: `${counted}: 3 and 3 needed, or one of each with what was there captured`,
    evidence,
  }
}

const hasBoth = (warm: Cell, cold: Cell): boolean => warm.red.length > 0 && cold.green.length > 0

function weighOutside({ cells: { alone, load, promote }, byHand }: Known): Weight {
  const reds = [...alone.red, ...load.red, ...promote.red]
  const evidence = refs([...reds, ...byHand])
  if (reds.length === 0 || byHand.length === 0)
    return { kind: 'too-little', because: 'a red, and the outside cause observed or quoted, needed', evidence }
  const gone = [...alone.green, ...load.green, ...promote.green].filter((held) => isAfterAll(held, reds))
  if (gone.length > 0)
    return {
      kind: 'enough',
      because: 'a red, the outside cause seen, and green once it was gone',
      evidence: [...evidence, ...refs(gone)],
    }
  return { kind: 'weak', because: 'a red, and the outside cause seen; a green once it was gone is usual', evidence }
}

const brokenStage = (held: EvidenceFacts | undefined): string | null =>
  held?.run?.conclusion === 'red'
    ? (decidingTiers(held.run.tiers).find(({ status }) => status === 'fail')?.name ?? null)
    : null
const refs = (evidence: EvidenceFacts[]) => evidence.map(({ ref }) => ref)
const byLength = (one: unknown[], other: unknown[]) => other.length - one.length
