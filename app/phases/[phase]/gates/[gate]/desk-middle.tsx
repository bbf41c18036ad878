import { ChangesPanel } from '#components/claims/changes-panel.tsx'
import { ClaimPanel } from '#components/claims/claim-panel.tsx'
import { RequirementList } from '#components/gates/requirement-list.tsx'
import { RunsBeside } from '#components/gates/runs-beside.tsx'
import { AppLink } from '#components/look/app-link.tsx'
import { EmptyState } from '#components/look/empty-state.tsx'
import { FoldedNote } from '#components/look/fold.tsx'
import { Panel, SectionTitle } from '#components/look/panel.tsx'
import { compareWithJudged } from '#lib/claims/compare-with-judged.ts'
import { runsAtHead, standingFixes, withoutRunsOfFixes } from '#lib/fixes/at-head.ts'
import type { FailureDecision } from '#lib/gates/evaluate-gate.ts'
import { readsCause, readsFix } from '#lib/gates/requirements.ts'
import { changedSinceFiled } from '#lib/gates/ruling-standing.ts'
import { addressOf } from '#lib/phases/addresses.ts'
import type { EvidenceFacts, GateDefinition, PhaseFacts } from '#lib/phases/phase-facts.ts'
import { hasFoldedReasoning } from '#lib/server/pages/read-timeline.ts'
import type { readGate } from './read-gate.ts'

type Reading = Awaited<ReturnType<typeof readGate>>

/** The claim on the failure at hand, what the gate asks of it, and both sides' runs. */
export function DeskMiddle({ reading, current }: { reading: Reading; current: FailureDecision }) {
  const { facts, actor, decision, judged } = reading
  const { failure } = current.failure
  const part = decision.claim?.parts.find((held) => held.failure === failure)
  const comparison = compareWithJudged(judged, decision.claim, failure)
  const changed = changedSinceFiled(facts, decision.gate, failure)
  return (
    <>
      {part ? (
        <ClaimPanel facts={facts} part={part} />
      ) : (
        <EmptyState title={decision.claim === null ? 'Not claimed yet' : `The claim says nothing about ${failure}`}>
          The Builder claims a gate when every failure is classified and rests on evidence.
        </EmptyState>
      )}
      {comparison !== null && (
        <ChangesPanel
          comparison={comparison.comparison}
          since={comparison.revision}
          revision={decision.claim?.revision ?? 0}
        />
      )}
      {changed.length > 0 && (
        <FoldedNote>
          Since the claim {changed.join(', ')}. The Builder has to claim again before {failure} can be judged.
        </FoldedNote>
      )}
      {hasFoldedReasoning(facts, actor, failure) && (
        <FoldedNote>
          The Builder’s reasoning is folded until you have ruled on {failure}. It can be unfolded on{' '}
          <AppLink href={`${addressOf.failure(facts.phase, failure)}?kind=notes#timeline`}>its timeline</AppLink>, which
          the record will show.
        </FoldedNote>
      )}
      <SectionTitle>What it needs</SectionTitle>
      <Panel>
        <RequirementList requirements={current.requirements} />
      </Panel>
      <SectionTitle>Both sides’ evidence</SectionTitle>
      <Panel>
        <RunsBeside
          evidence={evidenceOf(facts, decision.gate, failure)}
          failure={failure}
          expected={part?.judged.statement.expected ?? []}
        />
      </Panel>
    </>
  )
}

/** What bears on this gate: for causes all but the runs of fixes, for fixes their runs at the head. */
function evidenceOf(facts: PhaseFacts, { requirements }: GateDefinition, failure: string): EvidenceFacts[] {
  const fixes = readsFix(requirements) ? standingFixes(facts, failure).flatMap((fix) => runsAtHead(facts, fix)) : []
  return readsCause(requirements) ? [...withoutRunsOfFixes(facts), ...fixes] : fixes
}
