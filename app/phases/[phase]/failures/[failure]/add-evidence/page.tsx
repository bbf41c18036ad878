import { PageFrame } from '#app/page-frame.tsx'
import { submitCodeReference, submitObservation } from '#app/phases/[phase]/failures/actions.ts'
import { CodeReferenceForm, ObservationForm } from '#components/evidence/observation-form.tsx'
import { AppLink } from '#components/look/app-link.tsx'
import { Breadcrumb } from '#components/look/breadcrumb.tsx'
import { PageHeader } from '#components/look/page-header.tsx'
import { Panel } from '#components/look/panel.tsx'
import { can, explainPermission } from '#lib/people/permissions.ts'
import { addressOf } from '#lib/phases/addresses.ts'
import { newCommandId } from '#lib/server/actions/new-command-id.ts'
import { type FailureParams, readFailure } from '../read-failure.ts'

export const metadata = { title: 'Add evidence' }

export default async function AddEvidencePage({ params }: { params: FailureParams }) {
  const { facts, actor, now, failure } = await readFailure(params)
  const { phase } = facts
  const disabledReason = can(actor, 'evidence.attach') ? null : explainPermission(actor, 'evidence.attach')
  const shared = { phase, failure: failure.failure, disabledReason }
  return (
    <PageFrame actor={actor} facts={facts} now={now}>
      <Breadcrumb
        trail={[
          { label: phase, href: addressOf.phase(phase) },
          { label: failure.failure, href: addressOf.failure(phase, failure.failure) },
          { label: 'add evidence' },
        ]}
      />
      <PageHeader title={`Evidence for ${failure.failure}`} suffix={failure.version ?? undefined}>
        What somebody saw by hand, or read in code. A run of the harness is{' '}
        <AppLink href={addressOf.attachRun(phase, failure.failure)}>attached with its files</AppLink>.
      </PageHeader>
      <div className="grid items-start gap-x-6 wide:grid-cols-2">
        <Panel title="An observation">
          <ObservationForm action={submitObservation} commandId={newCommandId()} {...shared} />
        </Panel>
        <Panel title="A code reference">
          <CodeReferenceForm action={submitCodeReference} commandId={newCommandId()} {...shared} />
        </Panel>
      </div>
    </PageFrame>
  )
}
