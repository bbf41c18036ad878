import { FixStandingForm } from '#components/fixes/fix-standing-form.tsx'
import { FixesPanel } from '#components/fixes/fixes-panel.tsx'
import { readsFix } from '#lib/gates/requirements.ts'
import { gatesThatGoStale, withFixMoved } from '#lib/gates/would-go-stale.ts'
import { can } from '#lib/people/permissions.ts'
import { newCommandId } from '#lib/server/actions/new-command-id.ts'
import type { PhaseReading } from '#lib/server/pages/read-phase.ts'
import { submitFixStanding } from './actions.ts'

/** The fixes of a failure, where one is asked for, and for those who may say it the form that says where each stands. */
export function FixesHere({ facts, actor, now, failure }: PhaseReading & { failure: string }) {
  const isAsked = facts.gates.some(({ requirements }) => readsFix(requirements))
  if (!isAsked && !facts.fixes.some((fix) => fix.failure === failure)) return null
  return (
    <FixesPanel
      facts={facts}
      failure={failure}
      now={now}
      below={(fix) =>
        can(actor, 'fix.update') && (
          <FixStandingForm
            action={submitFixStanding}
            commandId={newCommandId()}
            phase={facts.phase}
            fix={fix}
            checks={actor.role !== 'builder'}
            goesStale={gatesThatGoStale(facts, withFixMoved(facts, fix.fix), now)}
          />
        )
      }
    />
  )
}
