import { standingFixes } from '#lib/fixes/at-head.ts'
import { isMergedEarly } from '#lib/fixes/merged-early.ts'
import { evaluateGate, type GateDecision } from '#lib/gates/evaluate-gate.ts'
import { readsFix } from '#lib/gates/requirements.ts'
import { formatDay } from '#lib/time/format.ts'
import { countWord } from '#lib/words/count-word.ts'
import type { DoneFacts, PhaseFacts } from './phase-facts.ts'
import type { ProgressStep } from './progress-steps.ts'

/** How far the fixes of a phase are. `gates`: those that judge fixes. `done`: declared, and nothing has opened the phase again. */
export type FixProgress = {
  gates: GateDecision[]
  /** By failure. */
  fixed: string[]
  confirmed: string[]
  mergedEarly: number
  /** After a DONE, also one that was opened again. */
  mergedLater: number
  allPassed: boolean
  done: DoneFacts | null
}

export function readFixProgress(facts: PhaseFacts, now: Date): FixProgress {
  const gates = facts.gates
    .filter(({ requirements }) => readsFix(requirements))
    .map((gate) => evaluateGate(facts, gate, now))
  const names = facts.failures.map(({ failure }) => failure)
  const isConfirmed = (failure: string) =>
    gates.length > 0 &&
    gates.every(({ failures }) =>
      failures.some((one) => one.failure.failure === failure && one.ruling.kind === 'passed'),
    )
  const last = facts.dones.at(-1)
  return {
    gates,
    fixed: names.filter((failure) => standingFixes(facts, failure).length > 0),
    confirmed: names.filter(isConfirmed),
    mergedEarly: facts.fixes.filter((fix) => isMergedEarly(facts, fix)).length,
    mergedLater: facts.fixes.filter((fix) => fix.mergedSeq !== null && !isMergedEarly(facts, fix)).length,
    allPassed: gates.length > 0 && gates.every(({ standing }) => standing === 'passed'),
    done: last?.reopened === null ? last : null,
  }
}

/** The last steps of the way; `confirmed`: the explanations are. */
export function describeFixSteps(
  facts: PhaseFacts,
  progress: FixProgress,
  explained: boolean,
  now: Date,
): ProgressStep[] {
  const { fixed, confirmed, allPassed, done } = progress
  const all = facts.failures.length
  const stage = (reached: boolean, begun: boolean) => (reached ? 'done' : begun ? 'now' : 'later')
  const steps: ProgressStep[] = [
    {
      name: 'Fixed',
      detail: fixed.length === 0 ? null : `${fixed.length} of ${all}`,
      stage: stage(all > 0 && fixed.length === all, explained || fixed.length > 0),
    },
    {
      name: 'Fixes checked',
      detail: confirmed.length === 0 ? null : `${confirmed.length} of ${all}`,
      stage: stage(allPassed, confirmed.length > 0),
    },
  ]
  const concluded: ProgressStep = {
    name: 'Concluded',
    detail: done === null ? null : formatDay(done.at, now),
    stage: done === null ? 'later' : 'done',
  }
  return [...steps, concluded]
}

/** What is said of the fixes, in one or two sentences; a merge or an excuse is never claimed where nobody recorded it. */
export function wordFixes({ failures }: PhaseFacts, progress: FixProgress, now: Date): string {
  const { fixed, confirmed, done } = progress
  if (done !== null)
    return `The team concluded the work on ${formatDay(done.at, now)}; every fix had been checked independently then.`
  if (fixed.length === 0) return 'No fix is proposed yet.'
  const merged = wordMerged(progress)
  const of =
    fixed.length === failures.length
      ? 'Each has a fix proposed'
      : `${capital(countWord(fixed.length))} of ${countWord(failures.length)} ${fixed.length === 1 ? 'has' : 'have'} a fix proposed`
  return `${of}, ${confirmed.length === 0 ? 'none' : countWord(confirmed.length)} of them checked independently. ${merged}`
}

const capital = (word: string): string => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`

function wordMerged({ mergedEarly, mergedLater }: FixProgress): string {
  if (mergedEarly > 0)
    return `${capital(countWord(mergedEarly))} fix${mergedEarly === 1 ? ' was' : 'es were'} put into use before the work was concluded.`
  if (mergedLater > 0)
    return `${capital(countWord(mergedLater))} ${mergedLater === 1 ? 'is' : 'are'} in use since the work was first concluded.`
  return 'None is put into use before the work is concluded.'
}
