import { PageFrame } from '#app/page-frame.tsx'
import { AppLink } from '#components/look/app-link.tsx'
import { Breadcrumb } from '#components/look/breadcrumb.tsx'
import { PageHeader } from '#components/look/page-header.tsx'
import { RunForm } from '#components/runs/run-form.tsx'
import { findDraft } from '#db/working/drafts.ts'
import { untouched } from '#lib/forms/form-state.ts'
import { can, explainPermission } from '#lib/people/permissions.ts'
import { addressOf } from '#lib/phases/addresses.ts'
import { newCommandId } from '#lib/server/actions/new-command-id.ts'
import { database } from '#lib/server/database.ts'
import { readUploadDraft } from '#lib/server/uploads/upload-draft.ts'
import { readableText } from '#lib/words/readable-text.ts'
import { type FailureParams, readFailure } from '../read-failure.ts'

type Props = { params: FailureParams; searchParams: Promise<{ draft?: string; from?: string }> }

export const metadata = { title: 'Attach a run' }

export default async function AttachRunPage({ params, searchParams }: Props) {
  const { facts, actor, now, failure } = await readFailure(params)
  const { phase } = facts
  const { draft: id, from } = await searchParams
  const draft = id === undefined ? null : readUploadDraft(findDraft(database(), id, actor.person))
  return (
    <PageFrame actor={actor} facts={facts} now={now}>
      <Breadcrumb
        trail={[
          { label: phase, href: addressOf.phase(phase) },
          { label: failure.failure, href: addressOf.failure(phase, failure.failure) },
          { label: 'attach a run' },
        ]}
      />
      <PageHeader title={`Attach a run of ${failure.failure}`} suffix={failure.version ?? undefined}>
        What somebody saw by hand or read in code goes{' '}
        <AppLink href={addressOf.addEvidence(phase, failure.failure)}>here</AppLink> instead. What the harness left on a
        host is <AppLink href={addressOf.attachFromHost(phase, failure.failure)}>taken from there</AppLink>.
        {from !== undefined && draft !== null && (
          <b className="block text-ink">
            The files of {readableText(from)} are here. Add when it started and under which condition.
          </b>
        )}
      </PageHeader>
      <RunForm
        action={`/api/phases/${encodeURIComponent(phase)}/failures/${encodeURIComponent(failure.failure)}/runs`}
        commandId={newCommandId()}
        draft={draft === null ? null : (id ?? null)}
        state={draft?.state ?? untouched}
        kept={draft?.files ?? {}}
        takenFrom={from}
        failure={failure}
        disabledReason={can(actor, 'evidence.attach') ? null : explainPermission(actor, 'evidence.attach')}
      />
    </PageFrame>
  )
}
