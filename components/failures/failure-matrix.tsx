import { RulingChip } from '#components/gates/standing-chip.tsx'
import { AppLink } from '#components/look/app-link.tsx'
import { Cell, DataTable, RowHead, TableRow } from '#components/look/data-table.tsx'
import { Sub } from '#components/look/panel.tsx'
import { RunDots } from '#components/runs/run-dots.tsx'
import { BEHAVIOUR_WORD, PLACE_WORD } from '#lib/classifications/words.ts'
import { runsAtHead, standingFixes, withoutRunsOfFixes } from '#lib/fixes/at-head.ts'
import { shortCommit } from '#lib/fixes/describe-fix.ts'
import { satisfies } from '#lib/gates/answer.ts'
import type { GateDecision } from '#lib/gates/evaluate-gate.ts'
import { readsFix } from '#lib/gates/requirements.ts'
import type { Role } from '#lib/people/roles.ts'
import { addressOf } from '#lib/phases/addresses.ts'
import type { FailureFacts, PhaseFacts } from '#lib/phases/phase-facts.ts'
import { countRuns, type RunCount, wordRunCount } from '#lib/runs/count-runs.ts'
import { readableText } from '#lib/words/readable-text.ts'

type Props = { facts: PhaseFacts; gates: { decision: GateDecision }[]; reader: Role | null }

/** One row a failure: what ran, what the Builder says, what that rests on, how each gate stands, what is owed. */
export function FailureMatrix({ facts, gates, reader }: Props) {
  const first = gates[0]
  const ofCauses = withoutRunsOfFixes(facts)
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
            count={countRuns(ofCauses, failure.failure, ['alone', 'promote'])}
            none={hasReading(facts, failure) ? 'shown by reading' : 'no run yet'}
          />
          <RunsCell label="Under load" count={countRuns(ofCauses, failure.failure, ['load', 'sweep'])} none="no run" />
          <Cause facts={facts} failure={failure} />
          <Cell label="Rests on">
            <div className="wide:min-w-[100px]">
              <RestsOn decision={first?.decision} failure={failure.failure} />
            </div>
          </Cell>
          {gates.map(({ decision }) => (
            <Cell key={decision.gate.gate} label={decision.gate.gate}>
              <GateCell facts={facts} decision={decision} failure={failure.failure} reader={reader} />
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

type GateCellProps = { facts: PhaseFacts; decision: GateDecision; failure: string; reader: Role | null }

/** The ruling; where fixes are judged, also the runs at their heads: never counted with those that show the cause. */
function GateCell({ facts, decision, failure, reader }: GateCellProps) {
  const held = decision.failures.find((one) => one.failure.failure === failure)
  const fixes = readsFix(decision.gate.requirements) ? standingFixes(facts, failure) : []
  if (!held) return null
  return (
    <>
      <RulingChip ruling={held.ruling} claimed={decision.claim !== null} reader={reader} />
      {fixes.map((fix) => (
        <div key={fix.fix} className="wide:min-w-[96px]">
          <RunDots runs={runsAtHead(facts, fix)} />
          <Sub>
            fix {fix.state} at {shortCommit(fix.head)}
          </Sub>
        </div>
      ))}
    </>
  )
}

const hasReading = (facts: PhaseFacts, { failure }: FailureFacts): boolean =>
  facts.evidence.some((held) => held.failure === failure && held.kind !== 'run' && held.leftOut === null)

function owedWords(facts: PhaseFacts, failure: string): string {
  const open = facts.obligations.filter((one) => one.met === null && one.failure === failure)
  if (open.length === 0) return 'nothing'
  const by = [...new Set(open.map((one) => (one.by === 'adversary' ? 'Adversary' : 'Builder')))]
  return `${open.length} by the ${by.join(' and the ')}`
}
