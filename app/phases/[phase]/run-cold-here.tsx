import { submitRun } from '#app/runs/actions.ts'
import { RunColdForm } from '#components/swarm/run-cold-form.tsx'
import { RunColdPanel } from '#components/swarm/run-cold-panel.tsx'
import { listHosts } from '#db/swarm/list-hosts.ts'
import { listRunsNotOver } from '#db/swarm/list-requested-runs.ts'
import { findRunWatch } from '#db/swarm/run-watches.ts'
import type { Actor } from '#lib/people/roles.ts'
import type { FailureFacts, GateDefinition, PhaseFacts } from '#lib/phases/phase-facts.ts'
import { newCommandId } from '#lib/server/actions/new-command-id.ts'
import { database } from '#lib/server/database.ts'
import { statusOf } from '#lib/server/pages/read-nodes.ts'
import { usableHosts } from '#lib/swarm/usual-host.ts'
import { usualLength } from '#lib/swarm/usual-length.ts'
import { usualRun } from '#lib/swarm/usual-run.ts'
import { whyCannotRequest } from '#lib/swarm/why-cannot-request.ts'

type Props = { facts: PhaseFacts; failure: FailureFacts; gate: GateDefinition | null; actor: Actor }

/** *Run cold* on one failure. Asks the database alone; where main stands is asked of the host when the button is pressed. */
export function RunColdHere({ facts, failure, gate, actor }: Props) {
  const db = database()
  const [host = null] = usableHosts(listHosts(db))
  const waiting = listRunsNotOver(db)
  const run = usualRun(facts, failure.failure, gate)
  const refusal = whyCannotRequest(
    actor,
    host,
    failure,
    { profile: run.profile, afterClaimOn: null },
    {
      gates: [],
      queued: waiting.filter((one) => one.host === host?.host && one.requestedBy.person === actor.person).length,
    },
  )
  return (
    <RunColdPanel
      phase={facts.phase}
      failure={failure.failure}
      gate={gate?.gate ?? null}
      host={host?.host ?? null}
      run={run}
      lengthMs={usualLength(facts, failure.failure, run.profile)}
      notOver={waiting
        .filter((one) => one.phase === facts.phase && one.failure === failure.failure)
        .map((one) => ({ run: one, status: statusOf(one, findRunWatch(db, one.number)) }))}
    >
      <RunColdForm
        action={submitRun}
        commandId={newCommandId()}
        phase={facts.phase}
        failure={failure.failure}
        host={host?.host ?? ''}
        run={run}
        disabledReason={refusal?.sentence ?? null}
      />
    </RunColdPanel>
  )
}
