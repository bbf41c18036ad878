import { RulingChip } from '#components/gates/standing-chip.tsx'
import { AppLink } from '#components/look/app-link.tsx'
import { Cell, DataTable, RowHead, TableRow } from '#components/look/data-table.tsx'
import { Sub } from '#components/look/panel.tsx'
import { RunDots } from '#components/runs/run-dots.tsx'
import { BEHAVIOUR_WORD, PLACE_WORD } from '#lib/classifications/words.ts'
import { satisfies } from '#lib/gates/answer.ts'
import type { GateDecision } from '#lib/gates/evaluate-gate.ts'
import type { Role } from '#lib/people/roles.ts'
import { addressOf } from '#lib/phases/addresses.ts'
import type { FailureFacts, PhaseFacts } from '#lib/phases/phase-facts.ts'
import { countRuns, type RunCount, wordRunCount } from '#lib/runs/count-runs.ts'
import { readableText } from '#lib/words/readable-text.ts'

type Props = { facts: PhaseFacts; gates: { decision: GateDecision }[]; reader: Role | null }

/** One row a failure: what ran, what the Builder says, what that rests on, how each gate stands, what is owed. */
export function FailureMatrix({ facts, gates, reader }: Props) {
  const first = gates[0]
  return (
    <DataTable
      caption="The failures of this phase"
      head={[
        'Failure',
        'Alone',
        'Under load',
        'Cause, as the Builder says',
        'What it rests on',
        ...gates.map(({ decision }) => decision.gate.gate),
        'Owed',
      ]}
    >
      {facts.failures.map((failure) => (
        <TableRow key={failure.failure} id={failure.failure}>
          <RowHead>
            <div className="wide:min-w-[150px]">
              <AppLink href={addressOf.failure(facts.phase, failure.failure)} className="font-semibold">
                {failure.failure}
              </AppLink>{' '}
              <span className="font-mono text-sm font-normal text-mute">{readableText(failure.version ?? '')}</span>
              <Sub>
                <span className="font-normal wrap-anywhere">
                  {failure.sweptAs === null ? '' : `swept red as “${readableText(failure.sweptAs)}”`}
                </span>
              </Sub>
            </div>
          </RowHead>
          <RunsCell
            label="Alone"
            count={countRuns(facts.evidence, failure.failure, ['alone', 'promote'])}
            none={hasReading(facts, failure) ? 'shown by reading' : 'no run yet'}
          />
          <RunsCell
            label="Under load"
            count={countRuns(facts.evidence, failure.failure, ['load', 'sweep'])}
            none="no run"
          />
          <Cause facts={facts} failure={failure} />
          <Cell label="Rests on">
            <div className="wide:min-w-[100px]">
              <RestsOn decision={first?.decision} failure={failure.failure} />
            </div>
          </Cell>
          {gates.map(({ decision }) => (
            <Cell key={decision.gate.gate} label={decision.gate.gate}>
              <GateCell decision={decision} failure={failure.failure} reader={reader} />
            </Cell>
          ))}
          <Cell label="Owed" quiet>
            <div className="wide:min-w-[60px]">{owedWords(facts, failure.failure)}</div>
          </Cell>
        </TableRow>
      ))}
    </DataTable>
  )
}

function RunsCell({ label, count, none }: { label: string; count: RunCount; none: string }) {
  if (count.set.length === 0) {
    return (
      <Cell label={label} quiet>
        {none}
      </Cell>
    )
  }
  return (
    <Cell label={label}>
      <div className="wide:min-w-[84px]">
        <RunDots runs={count.set} />
        <Sub>{wordRunCount(count)}</Sub>
      </div>
    </Cell>
  )
}

function Cause({ facts, failure }: { facts: PhaseFacts; failure: FailureFacts }) {
  const held = facts.classifications.find((one) => one.failure === failure.failure)
  if (!held) {
    return (
      <Cell label="Cause" quiet>
        not classified yet
      </Cell>
    )
  }
  return (
    <Cell label="Cause">
      <div className="wide:min-w-[140px]">
        {BEHAVIOUR_WORD[held.behaviour]} · <b>{PLACE_WORD[held.place]}</b>
        <Sub>{held.plainWords}</Sub>
      </div>
    </Cell>
  )
}

function RestsOn({ decision, failure }: { decision: GateDecision | undefined; failure: string }) {
  const checks =
    decision?.failures
      .find((one) => one.failure.failure === failure)
      ?.requirements.filter(({ id }) => id !== 'ruled') ?? []
  const weakest = checks.find(({ answer }) => !satisfies(answer))
  if (weakest?.id === 'classified') return <Sub>nothing yet</Sub>
  return (
    <>
      {checks.filter(({ answer }) => satisfies(answer)).length} of {checks.length} checks
      {weakest && <Sub>first open: {weakest.words.toLowerCase().replace('the adversary’s', 'the Adversary’s')}</Sub>}
    </>
  )
}

function GateCell({ decision, failure, reader }: { decision: GateDecision; failure: string; reader: Role | null }) {
  const held = decision.failures.find((one) => one.failure.failure === failure)
  return held ? <RulingChip ruling={held.ruling} claimed={decision.claim !== null} reader={reader} /> : null
}

const hasReading = (facts: PhaseFacts, { failure }: FailureFacts): boolean =>
  facts.evidence.some((held) => held.failure === failure && held.kind !== 'run' && held.leftOut === null)

function owedWords(facts: PhaseFacts, failure: string): string {
  const open = facts.obligations.filter((one) => one.met === null && one.failure === failure)
  if (open.length === 0) return 'nothing'
  const by = [...new Set(open.map((one) => (one.by === 'adversary' ? 'Adversary' : 'Builder')))]
  return `${open.length} by the ${by.join(' and the ')}`
}
