import { PageFrame } from '#app/page-frame.tsx'
import { AppLink } from '#components/look/app-link.tsx'
import { Breadcrumb } from '#components/look/breadcrumb.tsx'
import { PageHeader } from '#components/look/page-header.tsx'
import { ImportForm } from '#components/phases/import-form.tsx'
import { findDraft } from '#db/working/drafts.ts'
import { untouched } from '#lib/forms/form-state.ts'
import { newCommandId } from '#lib/server/actions/new-command-id.ts'
import { requireActor } from '#lib/server/auth/current-actor.ts'
import { database } from '#lib/server/database.ts'
import { readUploadDraft } from '#lib/server/uploads/upload-draft.ts'

export const metadata = { title: 'Import a REVIEW file' }

export default async function ImportPage({ searchParams }: PageProps<'/import'>) {
  const actor = await requireActor(null)
  const { draft: id } = await searchParams
  const draft = typeof id === 'string' ? readUploadDraft(findDraft(database(), id, actor.person)) : null
  return (
    <PageFrame actor={actor} now={new Date()}>
      <Breadcrumb trail={[{ label: 'phases', href: '/' }, { label: 'import' }]} />
      <PageHeader title="Import a REVIEW file">
        As teams keep it, in Markdown. What was understood is shown before anything is recorded, and what is on record
        already is not added again. Without a file, <AppLink href="/phases/open">open the phase by hand</AppLink>.
      </PageHeader>
      <ImportForm action="/api/reviews" commandId={newCommandId()} state={draft?.state ?? untouched} />
    </PageFrame>
  )
}
