import { submitOwedRuns } from '#app/runs/actions.ts'
import { OwedRunsPanel } from '#components/swarm/owed-runs-panel.tsx'
import { listHosts } from '#db/swarm/list-hosts.ts'
import { listRunsNotOver } from '#db/swarm/list-requested-runs.ts'
import { can, explainPermission } from '#lib/people/permissions.ts'
import type { Actor } from '#lib/people/roles.ts'
import type { GateDefinition, PhaseFacts } from '#lib/phases/phase-facts.ts'
import { newCommandId } from '#lib/server/actions/new-command-id.ts'
import { database } from '#lib/server/database.ts'
import { owedChecks } from '#lib/swarm/owed-runs.ts'
import { usableHosts } from '#lib/swarm/usual-host.ts'
import { whyNotOn } from '#lib/swarm/why-cannot-request.ts'

type Props = { facts: PhaseFacts; gate: GateDefinition; actor: Actor; now: Date }

/** The own checks that this gate still wants of the Adversary, all queued by one press. */
export function OwedHere({ facts, gate, actor, now }: Props) {
  const db = database()
  const [host = null] = usableHosts(listHosts(db))
  const claimed = facts.claims.some((claim) => claim.gate === gate.gate && claim.withdrawn === null)
  return (
    <OwedRunsPanel
      action={submitOwedRuns}
      commandId={newCommandId()}
      phase={facts.phase}
      gate={gate.gate}
      host={host?.host ?? ''}
      owed={owedChecks(facts, gate, listRunsNotOver(db), now)}
      claimed={claimed}
      disabledReason={
        can(actor, 'run.request') ? (whyNotOn(host)?.sentence ?? null) : explainPermission(actor, 'run.request')
      }
    />
  )
}
