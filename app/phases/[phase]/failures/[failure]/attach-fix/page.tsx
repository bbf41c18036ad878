import { PageFrame } from '#app/page-frame.tsx'
import { submitFix } from '#app/phases/[phase]/fixes/actions.ts'
import { FixForm } from '#components/fixes/fix-form.tsx'
import { Breadcrumb } from '#components/look/breadcrumb.tsx'
import { PageHeader } from '#components/look/page-header.tsx'
import { Panel } from '#components/look/panel.tsx'
import { gatesThatGoStale, withFixAdded } from '#lib/gates/would-go-stale.ts'
import { can, explainPermission } from '#lib/people/permissions.ts'
import { addressOf } from '#lib/phases/addresses.ts'
import { newCommandId } from '#lib/server/actions/new-command-id.ts'
import { type FailureParams, readFailure } from '../read-failure.ts'

export const metadata = { title: 'Attach a fix' }

export default async function AttachFixPage({ params }: { params: FailureParams }) {
  const { facts, actor, now, failure } = await readFailure(params)
  const { phase } = facts
  return (
    <PageFrame actor={actor} facts={facts} now={now}>
      <Breadcrumb
        trail={[
          { label: phase, href: addressOf.phase(phase) },
          { label: failure.failure, href: addressOf.failure(phase, failure.failure) },
          { label: 'attach a fix' },
        ]}
      />
      <PageHeader title={`Attach a fix of ${failure.failure}`} suffix={failure.version ?? undefined}>
        What is to mend it, and how that is verified. Nothing is merged while the phase runs.
      </PageHeader>
      <Panel narrow>
        <FixForm
          action={submitFix}
          commandId={newCommandId()}
          phase={phase}
          failure={failure.failure}
          goesStale={gatesThatGoStale(facts, withFixAdded(facts, failure.failure), now)}
          disabledReason={can(actor, 'fix.attach') ? null : explainPermission(actor, 'fix.attach')}
        />
      </Panel>
    </PageFrame>
  )
}
