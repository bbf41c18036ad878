import { PageFrame } from '#app/page-frame.tsx'
import { submitQuestion } from '#app/phases/[phase]/threads/actions.ts'
import { Breadcrumb } from '#components/look/breadcrumb.tsx'
import { PageHeader } from '#components/look/page-header.tsx'
import { Panel } from '#components/look/panel.tsx'
import { AskForm } from '#components/threads/ask-form.tsx'
import { can, explainPermission } from '#lib/people/permissions.ts'
import { addressOf } from '#lib/phases/addresses.ts'
import { newCommandId } from '#lib/server/actions/new-command-id.ts'
import { readAddress, readPhase } from '#lib/server/pages/read-phase.ts'
import { askable } from '#lib/threads/askable.ts'
import { listAskable } from '#lib/threads/what-is-asked-about.ts'

type Props = { params: Promise<{ phase: string }>; searchParams: Promise<{ about?: string; to?: string }> }

export const metadata = { title: 'Ask a question' }

export default async function AskPage({ params, searchParams }: Props) {
  const { facts, actor, now } = await readPhase(readAddress((await params).phase))
  const { phase } = facts
  const { about: asked, to } = await searchParams
  const choices = listAskable(facts)
  const about = choices.find((one) => one.about === asked)?.about ?? null
  return (
    <PageFrame actor={actor} facts={facts} now={now}>
      <Breadcrumb
        trail={[
          { label: phase, href: addressOf.phase(phase) },
          { label: 'questions', href: addressOf.threads(phase) },
          { label: 'ask' },
        ]}
      />
      <PageHeader title={about === null ? 'Ask a question' : `Ask about ${about}`}>
        It is kept with its answer. A correction is another question or reply.
      </PageHeader>
      <Panel narrow>
        <AskForm
          action={submitQuestion}
          commandId={newCommandId()}
          phase={phase}
          choices={choices}
          about={about}
          to={askable.find((one) => one === to && one !== actor.role)}
          role={actor.role}
          disabledReason={can(actor, 'thread.open') ? null : explainPermission(actor, 'thread.open')}
        />
      </Panel>
    </PageFrame>
  )
}
