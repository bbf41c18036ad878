import { submitImport } from '#app/import/actions.ts'
import { PageFrame } from '#app/page-frame.tsx'
import { Breadcrumb } from '#components/look/breadcrumb.tsx'
import { ActionLink } from '#components/look/button.tsx'
import { PageHeader } from '#components/look/page-header.tsx'
import { ReviewForm } from '#components/phases/review-form.tsx'
import { ReviewHead } from '#components/phases/review-head.tsx'
import { can, explainPermission } from '#lib/people/permissions.ts'
import { addressOf } from '#lib/phases/addresses.ts'
import { mayBeTaken } from '#lib/phases/review/decide-import.ts'
import { countItems } from '#lib/phases/review/item-words.ts'
import { newCommandId } from '#lib/server/actions/new-command-id.ts'
import { requireActor } from '#lib/server/auth/current-actor.ts'
import { readImport } from '#lib/server/pages/read-import.ts'

export const metadata = { title: 'What the file says' }

export default async function ImportedPage({ params }: PageProps<'/import/[draft]'>) {
  const signedIn = await requireActor(null)
  const { draft } = await params
  const found = await readImport(draft, signedIn.person)
  const now = new Date()
  if (found === null)
    return (
      <PageFrame actor={signedIn} now={now}>
        <Breadcrumb trail={[{ label: 'phases', href: '/' }, { label: 'import', href: '/import' }, { label: 'gone' }]} />
        <PageHeader title="This file is no longer kept">
          A file that was sent and not recorded is kept for 14 days, for whoever sent it. Nothing of it is on record;
          import it again.
        </PageHeader>
        <ActionLink href="/import">Import a REVIEW file</ActionLink>
      </PageFrame>
    )
  const { name, reading, items, copy, facts, actor } = found
  const refusal = can(actor, 'review.import') ? null : explainPermission(actor, 'review.import')
  const nothing = items.some(mayBeTaken) ? null : 'Nothing in this file is new.'
  return (
    <PageFrame actor={actor} {...(facts === null ? {} : { facts })} now={now}>
      <Breadcrumb
        trail={[{ label: 'phases', href: '/' }, { label: 'import', href: '/import' }, { label: reading.phaseId }]}
      />
      <PageHeader title="What the file says" suffix={name}>
        {copy} {countItems(items)} {nothing === null && 'Nothing is recorded until you say so.'}
      </PageHeader>
      <ReviewHead reading={reading} facts={facts} />
      <ReviewForm
        action={submitImport}
        commandId={newCommandId()}
        draft={draft}
        reading={reading}
        items={items}
        facts={facts}
        disabledReason={refusal ?? nothing}
        leaveTo={facts === null ? '/' : addressOf.phase(reading.phaseId)}
      />
    </PageFrame>
  )
}
