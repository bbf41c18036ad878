import { submitExclusion } from '#app/phases/[phase]/failures/actions.ts'
import { submitCancel } from '#app/runs/actions.ts'
import { Panel } from '#components/look/panel.tsx'
import { ExcludePanel } from '#components/runs/exclude-panel.tsx'
import { RunFacts } from '#components/runs/run-facts.tsx'
import { CancelForm } from '#components/swarm/cancel-form.tsx'
import { ProbeLines } from '#components/swarm/probe-panel.tsx'
import { SupervisedFacts } from '#components/swarm/supervised-facts.tsx'
import { ThreadPanel } from '#components/threads/thread-links.tsx'
import { listNames } from '#db/people/list-names.ts'
import { evidenceRef } from '#lib/evidence/evidence-ref.ts'
import { gatesThatGoStale, withLeftOut } from '#lib/gates/would-go-stale.ts'
import { ROLE_WORD } from '#lib/people/roles.ts'
import { whyCannotExclude } from '#lib/runs/why-cannot-exclude.ts'
import { newCommandId } from '#lib/server/actions/new-command-id.ts'
import { database } from '#lib/server/database.ts'
import { readThreads } from '#lib/server/pages/read-threads.ts'
import { cameTooLate } from '#lib/swarm/came-too-late.ts'
import { describeProbe } from '#lib/swarm/describe-probe.ts'
import { whyCannotCancel } from '#lib/swarm/why-cannot-cancel.ts'
import type { AskedRun, EndedRun, RunReading } from './read-run.ts'

/** What can be done about it, and the facts of it. */
export function RunAside({ reading }: { reading: RunReading }) {
  const { facts, actor, now, number, ended, asked, failure } = reading
  return (
    <>
      {ended !== null && <Ended reading={reading} ended={ended} />}
      {asked !== null && <Asked reading={reading} asked={asked} />}
      <ThreadPanel
        phase={facts.phase}
        about={ended === null ? failure : evidenceRef('run', number)}
        threads={readThreads(facts.phase, actor)}
        reader={actor}
        now={now}
      />
    </>
  )
}

function Ended({ reading: { facts, actor, now }, ended }: { reading: RunReading; ended: EndedRun }) {
  const { run, excludedReason, attachedBy, cancelReason } = ended
  const { supervised } = run
  return (
    <>
      {supervised !== null && (
        <SupervisedFacts
          seen={supervised}
          cancel={
            cancelReason === null ? null : { reason: cancelReason, late: cameTooLate(run.conclusion, supervised.exit) }
          }
          requester={listNames(database())[supervised.requestedBy.person] ?? supervised.requestedBy.person}
          now={now}
        />
      )}
      <RunFacts run={run} now={now} />
      <ExcludePanel
        action={submitExclusion}
        commandId={newCommandId()}
        phase={facts.phase}
        run={run.number}
        excludedReason={excludedReason}
        disabledReason={whyCannotExclude(actor, attachedBy === ROLE_WORD.adversary)?.sentence ?? null}
        goesStale={gatesThatGoStale(facts, withLeftOut(facts, `#${run.number}`), now)}
      />
    </>
  )
}

function Asked({ reading: { facts, actor, number }, asked: { asked } }: { reading: RunReading; asked: AskedRun }) {
  const isOver = asked.step === 'ended' || asked.step === 'dropped'
  return (
    <>
      {!isOver && (
        <CancelForm
          action={submitCancel}
          commandId={newCommandId()}
          phase={facts.phase}
          run={number}
          started={asked.step === 'started'}
          disabledReason={whyCannotCancel(asked, actor)?.sentence ?? null}
        />
      )}
      {asked.started !== null && (
        <Panel title="The host before it">
          <ProbeLines lines={describeProbe(asked.started.before, asked.started.hostRunId)} />
        </Panel>
      )}
    </>
  )
}
