import { PageFrame } from '#app/page-frame.tsx'
import { submitClassification } from '#app/phases/[phase]/failures/actions.ts'
import { ClassificationForm } from '#components/classifications/classification-form.tsx'
import { GoesStale } from '#components/gates/goes-stale.tsx'
import { Breadcrumb } from '#components/look/breadcrumb.tsx'
import { PageHeader } from '#components/look/page-header.tsx'
import { gatesThatGoStale, withClassificationChanged } from '#lib/gates/would-go-stale.ts'
import { can, explainPermission } from '#lib/people/permissions.ts'
import { addressOf } from '#lib/phases/addresses.ts'
import { newCommandId } from '#lib/server/actions/new-command-id.ts'
import { type FailureParams, readFailure } from '../read-failure.ts'

export const metadata = { title: 'Classify' }

export default async function ClassifyPage({ params }: { params: FailureParams }) {
  const { facts, actor, now, failure } = await readFailure(params)
  const { phase } = facts
  const held = facts.classifications.find((one) => one.failure === failure.failure) ?? null
  return (
    <PageFrame actor={actor} facts={facts} now={now}>
      <Breadcrumb
        trail={[
          { label: phase, href: addressOf.phase(phase) },
          { label: failure.failure, href: addressOf.failure(phase, failure.failure) },
          { label: 'classify' },
        ]}
      />
      <PageHeader title={`Classify ${failure.failure}`} suffix={failure.version ?? undefined}>
        How it behaves and where the cause lies are two questions. The one on record stays in the history.
      </PageHeader>
      <GoesStale gates={gatesThatGoStale(facts, withClassificationChanged(facts, failure.failure), now)} />
      <ClassificationForm
        action={submitClassification}
        commandId={newCommandId()}
        phase={phase}
        failure={failure.failure}
        held={held}
        evidence={facts.evidence.filter((one) => one.failure === failure.failure)}
        disabledReason={
          can(actor, 'classification.propose') ? null : explainPermission(actor, 'classification.propose')
        }
      />
    </PageFrame>
  )
}
