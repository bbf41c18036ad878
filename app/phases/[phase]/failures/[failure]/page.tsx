import type { Metadata } from 'next'
import { PageFrame } from '#app/page-frame.tsx'
import { submitUnfolding } from '#app/phases/[phase]/actions.ts'
import { FindingsHere } from '#app/phases/[phase]/findings/findings-here.tsx'
import { FixesHere } from '#app/phases/[phase]/fixes/fixes-here.tsx'
import { RunColdHere } from '#app/phases/[phase]/run-cold-here.tsx'
import { KIND_GROUPS, kindGroups } from '#components/events/event-words.ts'
import { OlderEvents } from '#components/events/older-events.tsx'
import { Timeline } from '#components/events/timeline.tsx'
import { TimelineFilter } from '#components/events/timeline-filter.tsx'
import { FailureHeader } from '#components/failures/failure-header.tsx'
import { Hypotheses } from '#components/failures/hypotheses.tsx'
import { RunsSay } from '#components/failures/runs-say.tsx'
import { WhatYouMayDo } from '#components/failures/what-you-may-do.tsx'
import { ActionForm } from '#components/form/action-form.tsx'
import { RequirementList } from '#components/gates/requirement-list.tsx'
import { Button } from '#components/look/button.tsx'
import { Columns } from '#components/look/columns.tsx'
import { Panel, SectionTitle } from '#components/look/panel.tsx'
import { OwedList } from '#components/obligations/owed-list.tsx'
import { ThreadPanel } from '#components/threads/thread-links.tsx'
import { listEvents } from '#db/ledger/list-events.ts'
import { listNames } from '#db/people/list-names.ts'
import type { GateDecision } from '#lib/gates/evaluate-gate.ts'
import { roles } from '#lib/people/roles.ts'
import { newCommandId } from '#lib/server/actions/new-command-id.ts'
import { database } from '#lib/server/database.ts'
import { decidePhase } from '#lib/server/pages/decide-phase.ts'
import { readThreads } from '#lib/server/pages/read-threads.ts'
import { readTimeline } from '#lib/server/pages/read-timeline.ts'
import { type FailureParams, readFailure } from './read-failure.ts'

type Props = { params: FailureParams; searchParams: Promise<{ role?: string; kind?: string; before?: string }> }

/** More would cost more time than they inform: the rest is a click away. */
const PER_PAGE = 60
const MOST_HYPOTHESES = 200

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { failure, facts } = await readFailure(params)
  return { title: `${failure.failure} · ${facts.phase}` }
}

export default async function FailurePage({ params, searchParams }: Props) {
  const { facts, actor, now, failure, before, after } = await readFailure(params)
  const choice = await searchParams
  const { phase } = facts
  const decisions = decidePhase(facts, now).gates.map((gate) => gate.decision)
  const atHand = decisions.find(isAtHand) ?? decisions.at(-1)
  const gate = atHand?.gate
  const decision = atHand?.failures.find((held) => held.failure.failure === failure.failure)
  const from = Number(choice.before)
  const group = kindGroups.find((name) => name === choice.kind)
  const filter = {
    failure: failure.failure,
    role: roles.find((role) => role === choice.role),
    kinds: group && KIND_GROUPS[group],
    before: Number.isSafeInteger(from) && from > 0 ? from : undefined,
  }
  const entries = readTimeline(facts, actor, filter, PER_PAGE)
  const hypotheses = listEvents(
    database(),
    { phase, failure: failure.failure, kinds: ['classification.proposed', 'hypothesis.stated'] },
    MOST_HYPOTHESES,
  )
  return (
    <PageFrame actor={actor} facts={facts} now={now}>
      <FailureHeader facts={facts} failure={failure} before={before} after={after} />
      <Columns
        aside={
          <>
            <RunColdHere facts={facts} failure={failure} gate={gate ?? null} actor={actor} />
            <WhatYouMayDo phase={phase} failure={failure.failure} actor={actor} gate={gate?.gate} />
            {gate && decision && (
              <Panel title={`What ${gate.gate} still needs here`}>
                <RequirementList requirements={decision.requirements} narrow />
              </Panel>
            )}
            <SectionTitle>Still owed</SectionTitle>
            <OwedList facts={facts} failure={failure.failure} now={now} />
            <ThreadPanel
              phase={phase}
              about={failure.failure}
              threads={readThreads(phase, actor)}
              reader={actor}
              now={now}
            />
          </>
        }
      >
        <FindingsHere facts={facts} actor={actor} now={now} failure={failure.failure} />
        <RunsSay facts={facts} failure={failure.failure} />
        <FixesHere facts={facts} actor={actor} now={now} failure={failure.failure} />
        <Hypotheses
          history={hypotheses.flatMap((event) =>
            event.kind === 'classification.proposed' || event.kind === 'hypothesis.stated' ? [event] : [],
          )}
          sweptAs={failure.sweptAs}
          names={listNames(database())}
          now={now}
        />
        <SectionTitle id="timeline">Evidence timeline</SectionTitle>
        <TimelineFilter choice={choice} anchor="timeline" />
        {entries.length === 0 ? <p className="text-mute">Nothing on the timeline fits this filter.</p> : null}
        <Timeline
          label={`Events about ${failure.failure}, newest first`}
          entries={entries}
          now={now}
          about={failure.failure}
          below={(event, folded) =>
            folded && (
              <ActionForm
                action={submitUnfolding}
                commandId={newCommandId()}
                hidden={{ phase, seq: String(event.seq) }}
                label={`Unfold event ${event.seq}`}
              >
                <Button>Unfold now, which the record will show</Button>
              </ActionForm>
            )
          }
        />
        <OlderEvents choice={choice} entries={entries} perPage={PER_PAGE} anchor="#timeline" />
      </Columns>
    </PageFrame>
  )
}

/** The gate that is worked on: open, and not passed. */
const isAtHand = ({ standing }: GateDecision): boolean => standing !== 'passed' && standing !== 'not-open'
