import { PageFrame } from '#app/page-frame.tsx'
import { Breadcrumb } from '#components/look/breadcrumb.tsx'
import { ActionLink, Actions, DisabledControl } from '#components/look/button.tsx'
import { EmptyState } from '#components/look/empty-state.tsx'
import { PageHeader } from '#components/look/page-header.tsx'
import { SectionTitle } from '#components/look/panel.tsx'
import { ThreadTable } from '#components/threads/thread-table.tsx'
import { can, explainPermission } from '#lib/people/permissions.ts'
import { addressOf } from '#lib/phases/addresses.ts'
import { readAddress, readPhase } from '#lib/server/pages/read-phase.ts'
import { readThreads } from '#lib/server/pages/read-threads.ts'

type Props = { params: Promise<{ phase: string }> }

export const metadata = { title: 'Questions' }

export default async function ThreadsPage({ params }: Props) {
  const { facts, actor, now } = await readPhase(readAddress((await params).phase))
  const { phase } = facts
  const threads = readThreads(phase, actor)
  const open = threads.filter(({ settled }) => settled === null)
  const settled = threads.filter((thread) => thread.settled !== null)
  return (
    <PageFrame actor={actor} facts={facts} now={now} current={addressOf.threads(phase)}>
      <Breadcrumb trail={[{ label: phase, href: addressOf.phase(phase) }, { label: 'questions' }]} />
      <PageHeader title={`Questions in ${phase}`}>
        On a claim, a finding, a run or a failure. Nothing here is ever deleted; who asked settles it.
      </PageHeader>
      {open.length === 0 ? (
        <EmptyState title="No question is open">
          Whoever is asked sees here that it is their turn, and since when.
        </EmptyState>
      ) : (
        <ThreadTable caption="Open questions" phase={phase} threads={open} reader={actor} now={now} />
      )}
      <Actions>
        {can(actor, 'thread.open') ? (
          <ActionLink href={addressOf.ask(phase)}>Ask a question</ActionLink>
        ) : (
          <DisabledControl reason={explainPermission(actor, 'thread.open')}>Ask a question</DisabledControl>
        )}
      </Actions>
      {settled.length > 0 && (
        <>
          <SectionTitle>Settled</SectionTitle>
          <ThreadTable caption="Settled questions" phase={phase} threads={settled} reader={actor} now={now} />
        </>
      )}
    </PageFrame>
  )
}
