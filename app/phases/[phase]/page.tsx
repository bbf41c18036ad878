import type { Metadata } from 'next'
import { PageFrame } from '#app/page-frame.tsx'
import { submitDone } from '#app/phases/[phase]/actions.ts'
import { FailureMatrix } from '#components/failures/failure-matrix.tsx'
import { GateRail } from '#components/gates/gate-rail.tsx'
import { VetoNotices } from '#components/gates/veto-notices.tsx'
import { ActionLink, Actions } from '#components/look/button.tsx'
import { CalmWords } from '#components/look/calm-words.tsx'
import { DotLegend } from '#components/look/dots.tsx'
import { EmptyState } from '#components/look/empty-state.tsx'
import { PageHeader } from '#components/look/page-header.tsx'
import { SectionTitle } from '#components/look/panel.tsx'
import { OwedList } from '#components/obligations/owed-list.tsx'
import { CopyFiles } from '#components/phases/copy-files.tsx'
import { DonePanel } from '#components/phases/done-panel.tsx'
import { PlanLine } from '#components/phases/plan-line.tsx'
import { SwarmStrip } from '#components/swarm/swarm-strip.tsx'
import { ThreadsSummary } from '#components/threads/threads-summary.tsx'
import { FileSays } from '#components/verdicts/file-says.tsx'
import { can } from '#lib/people/permissions.ts'
import { addressOf } from '#lib/phases/addresses.ts'
import { listHappenedLater } from '#lib/phases/happened-later.ts'
import { newCommandId } from '#lib/server/actions/new-command-id.ts'
import { decidePhase } from '#lib/server/pages/decide-phase.ts'
import { readAddress, readPhase } from '#lib/server/pages/read-phase.ts'
import { readStrip } from '#lib/server/pages/read-strip.ts'
import { readThreads } from '#lib/server/pages/read-threads.ts'
import { watchAddress } from '#lib/server/pages/watch-address.ts'
import { countWord } from '#lib/words/count-word.ts'

type Props = { params: Promise<{ phase: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: readAddress((await params).phase) }
}

export default async function BoardPage({ params }: Props) {
  const { facts, actor, now } = await readPhase(readAddress((await params).phase))
  const { gates, done } = decidePhase(facts, now)
  const declared = done.standing ?? done.reopened
  const { phase, failures } = facts
  return (
    <PageFrame actor={actor} facts={facts} now={now} current={addressOf.phase(phase)}>
      <PageHeader title={`${phase} — ${facts.title}`}>
        <CalmWords>{facts.mission}</CalmWords>
      </PageHeader>
      <PlanLine facts={facts} now={now} />
      <VetoNotices vetoes={facts.vetoes} now={now} />
      <GateRail
        phase={phase}
        gates={gates}
        done={done}
        later={declared === null ? [] : listHappenedLater(facts, declared, now)}
        now={now}
      />
      <SectionTitle>
        {failures.length === 0
          ? 'Failures'
          : `The ${countWord(failures.length)} failure${failures.length === 1 ? '' : 's'}`}
      </SectionTitle>
      {failures.length === 0 ? (
        <EmptyState title="No failure is named yet">
          Import a REVIEW file that lists them, or add them one by one.
        </EmptyState>
      ) : (
        <>
          <FailureMatrix facts={facts} gates={gates} reader={actor.role} />
          <DotLegend />
        </>
      )}
      <SectionTitle id="swarm">The swarm since the phase opened</SectionTitle>
      <SwarmStrip {...readStrip(facts, now)} now={now} />
      <FileSays verdicts={facts.statedVerdicts} />
      <SectionTitle id="questions">Questions</SectionTitle>
      <ThreadsSummary phase={phase} threads={readThreads(phase, actor)} reader={actor} />
      <SectionTitle id="owed">
        {facts.obligations.some(({ met }) => met === null) ? 'Still owed' : 'What was owed'}
      </SectionTitle>
      <OwedList facts={facts} now={now} />
      <DonePanel
        action={submitDone}
        commandId={newCommandId()}
        phase={phase}
        done={done}
        declares={can(actor, 'phase.declare-done')}
      />
      <Actions>
        {can(actor, 'failure.add') && (
          <ActionLink href={`${addressOf.phase(phase)}/add-failure`}>Add a failure</ActionLink>
        )}
        {can(actor, 'gate.define') && (
          <ActionLink href={`${addressOf.phase(phase)}/define-gate`}>Define a gate</ActionLink>
        )}
        {can(actor, 'review.import') && <ActionLink href="/import">Import a REVIEW file</ActionLink>}
        {can(actor, 'note.write') && (
          <ActionLink href={`${addressOf.phase(phase)}/write-note`}>Write a note</ActionLink>
        )}
        <ActionLink href={addressOf.tokens(phase)}>Tokens for programs</ActionLink>
        <ActionLink href={watchAddress(phase)}>The page for stakeholders</ActionLink>
      </Actions>
      <CopyFiles phase={phase} />
    </PageFrame>
  )
}
