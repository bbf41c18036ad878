import { PageFrame } from '#app/page-frame.tsx'
import { submitMetObligation, submitNote, submitObligation } from '#app/phases/[phase]/actions.ts'
import { Breadcrumb } from '#components/look/breadcrumb.tsx'
import { PageHeader } from '#components/look/page-header.tsx'
import { Panel, SectionTitle } from '#components/look/panel.tsx'
import { MeetForm, NoteForm, OweForm } from '#components/notes/note-forms.tsx'
import { can, explainPermission, type Permission } from '#lib/people/permissions.ts'
import { addressOf } from '#lib/phases/addresses.ts'
import { newCommandId } from '#lib/server/actions/new-command-id.ts'
import { readAddress, readPhase } from '#lib/server/pages/read-phase.ts'

type Props = { params: Promise<{ phase: string }>; searchParams: Promise<{ failure?: string }> }

export const metadata = { title: 'Write a note' }

export default async function WriteNotePage({ params, searchParams }: Props) {
  const { facts, actor, now } = await readPhase(readAddress((await params).phase))
  const asked = (await searchParams).failure
  const failure = facts.failures.find((held) => held.failure === asked)?.failure ?? null
  const reason = (permission: Permission) => (can(actor, permission) ? null : explainPermission(actor, permission))
  const mine = facts.obligations.filter((one) => one.met === null && one.by === actor.role)
  return (
    <PageFrame actor={actor} facts={facts} now={now}>
      <Breadcrumb
        trail={[
          { label: facts.phase, href: addressOf.phase(facts.phase) },
          ...(failure === null ? [] : [{ label: failure, href: addressOf.failure(facts.phase, failure) }]),
          { label: 'write' },
        ]}
      />
      <PageHeader title="Write a note">
        Notes are kept as they are written; nothing is edited or deleted. A correction is another note.
      </PageHeader>
      <div className="grid items-start gap-x-6 wide:grid-cols-2">
        <Panel title="A note">
          <NoteForm
            action={submitNote}
            commandId={newCommandId()}
            facts={facts}
            failure={failure}
            disabledReason={reason('note.write')}
          />
        </Panel>
        <div>
          <Panel title="Still owed">
            <OweForm
              action={submitObligation}
              commandId={newCommandId()}
              facts={facts}
              failure={failure}
              disabledReason={reason('obligation.owe')}
            />
          </Panel>
          {mine.length > 0 && <SectionTitle>What you owe</SectionTitle>}
          {mine.map((owed) => (
            <Panel key={owed.obligation} title={[owed.failure, owed.text].filter(Boolean).join(': ')}>
              <MeetForm action={submitMetObligation} commandId={newCommandId()} facts={facts} owed={owed} />
            </Panel>
          ))}
        </div>
      </div>
    </PageFrame>
  )
}
