import { evidenceRef } from '#lib/evidence/evidence-ref.ts'
import type { Command } from '#lib/ledger/command.ts'
import type { PhaseFacts } from '#lib/phases/phase-facts.ts'
import { because, ok, type Refusal, refuse } from '#lib/result.ts'
import { assembleRun, type RunFiles } from '#lib/runs/assemble-run.ts'
import type { AttachedRun } from '#lib/runs/attached-run.ts'
import { findContradictions } from '#lib/runs/contradictions.ts'
import type { AttachRunInput } from '#lib/runs/inputs.ts'
import type { RunResults } from '#lib/runs/results/read-results.ts'
import { isStartedHere } from '#lib/swarm/run-request.ts'
import type { Db } from '../db.ts'
import { nextRunNumber } from '../ledger/next-run-number.ts'
import { record } from '../ledger/record.ts'
import { failureIn, phaseOr } from '../phases/on-record.ts'

export type AttachRunCommand = AttachRunInput & { files: RunFiles; reading: RunResults | null }

/** Attaches a run whose files are kept already: their digests go into the event. */
export const attachRun = (db: Db, command: Command<AttachRunCommand>) =>
  record(db, command, { phase: command.input.phase, permission: 'evidence.attach' }, () => {
    const { files, reading, ...input } = command.input
    const facts = phaseOr(db, input.phase)
    if (!facts.ok) return facts
    const failure = failureIn(facts.value, input.failure)
    if (!failure.ok) return failure
    if (input.recipe !== failure.value.recipe) {
      return refuse(
        because(
          'other_recipe',
          `This failure is about the recipe ${failure.value.recipe}; the run is of ${input.recipe}.`,
          'recipe',
        ),
      )
    }
    const [contradiction] = findContradictions(input, reading, command.at)
    if (contradiction) return refuse(because('contradiction', contradiction.sentence, contradiction.field))
    const run = assembleRun(input, reading, files, nextRunNumber(db))
    const same = whyAttachedAlready(facts.value, run)
    if (same) return refuse(same)
    return ok([
      {
        kind: 'run.attached',
        phase: input.phase,
        failure: input.failure,
        subject: evidenceRef('run', run.number),
        statedAt: run.endedAt,
        payload: run,
      },
    ])
  })

/** One run is evidence once: the same result file, the same log, the same id that Gatehouse gave it, or the same run by recipe, host, condition and times. */
function whyAttachedAlready(facts: PhaseFacts, run: AttachedRun): Refusal | null {
  const same = facts.evidence.find(({ run: held }) => held !== null && isSameRun(held, run))
  return same
    ? because('attached_already', `This run is attached already, as ${same.ref}. Nothing was recorded twice.`)
    : null
}

function isSameRun(one: AttachedRun, other: AttachedRun): boolean {
  if (one.results !== null && one.results.sha256 === other.results?.sha256) return true
  if (one.log !== null && one.log.sha256 === other.log?.sha256) return true
  if (other.runId !== null && isStartedHere(other.runId) && idsOf(one).includes(other.runId)) return true
  return (
    one.recipe === other.recipe &&
    one.host === other.host &&
    one.condition === other.condition &&
    isSameMoment(one.startedAt, other.startedAt) &&
    isSameMoment(one.endedAt, other.endedAt)
  )
}

/** What its results call it, and what its host does where it was started here. */
const idsOf = ({ runId, supervised }: AttachedRun) => [runId, supervised?.hostRunId]

const isSameMoment = (one: string, other: string): boolean => Date.parse(one) === Date.parse(other)
