import { PageFrame } from '#app/page-frame.tsx'
import { submitFailure } from '#app/phases/[phase]/failures/actions.ts'
import { GoesStale } from '#components/gates/goes-stale.tsx'
import { Breadcrumb } from '#components/look/breadcrumb.tsx'
import { PageHeader } from '#components/look/page-header.tsx'
import { Panel } from '#components/look/panel.tsx'
import { FailureForm } from '#components/phases/phase-forms.tsx'
import { gatesThatGoStale, withFailureAdded } from '#lib/gates/would-go-stale.ts'
import { can, explainPermission } from '#lib/people/permissions.ts'
import { addressOf } from '#lib/phases/addresses.ts'
import { newCommandId } from '#lib/server/actions/new-command-id.ts'
import { readAddress, readPhase } from '#lib/server/pages/read-phase.ts'

type Props = { params: Promise<{ phase: string }> }

export const metadata = { title: 'Add a failure' }

export default async function FailureFormPage({ params }: Props) {
  const { facts, actor, now } = await readPhase(readAddress((await params).phase))
  const disabledReason = can(actor, 'failure.add') ? null : explainPermission(actor, 'failure.add')
  return (
    <PageFrame actor={actor} facts={facts} now={now}>
      <Breadcrumb trail={[{ label: facts.phase, href: addressOf.phase(facts.phase) }, { label: 'add a failure' }]} />
      <PageHeader title="Add a failure">
        A failure is the thing under investigation: usually one recipe at one version.
      </PageHeader>
      <GoesStale gates={gatesThatGoStale(facts, withFailureAdded(facts), now)} />
      <Panel narrow>
        <FailureForm
          action={submitFailure}
          commandId={newCommandId()}
          phase={facts.phase}
          disabledReason={disabledReason}
        />
      </Panel>
    </PageFrame>
  )
}
