import type { Metadata } from 'next'
import { PageFrame } from '#app/page-frame.tsx'
import { submitReply, submitSettling } from '#app/phases/[phase]/threads/actions.ts'
import { Breadcrumb } from '#components/look/breadcrumb.tsx'
import { ActionLink } from '#components/look/button.tsx'
import { Columns } from '#components/look/columns.tsx'
import { PageHeader } from '#components/look/page-header.tsx'
import { Note, Panel } from '#components/look/panel.tsx'
import { AskedAbout } from '#components/threads/asked-about.tsx'
import { MessageFeed } from '#components/threads/message-feed.tsx'
import { ReplyForm, SettleForm } from '#components/threads/thread-forms.tsx'
import { ThreadTurnChip } from '#components/threads/thread-turn-chip.tsx'
import { listNames } from '#db/people/list-names.ts'
import { ROLE_WORD } from '#lib/people/roles.ts'
import { addressOf } from '#lib/phases/addresses.ts'
import { newCommandId } from '#lib/server/actions/new-command-id.ts'
import { database } from '#lib/server/database.ts'
import { markReadAfterwards } from '#lib/server/pages/read-threads.ts'
import { whyCannotReply } from '#lib/threads/why-cannot-reply.ts'
import { whyCannotSettle } from '#lib/threads/why-cannot-settle.ts'
import { readThread, type ThreadParams } from './read-thread.ts'

type Props = { params: ThreadParams }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { thread, facts } = await readThread(params)
  return { title: `Question on ${thread.about} · ${facts.phase}` }
}

export default async function ThreadPage({ params }: Props) {
  const { facts, actor, now, thread } = await readThread(params)
  const { phase } = facts
  const form = { phase, thread: thread.thread }
  markReadAfterwards(phase, thread, actor)
  return (
    <PageFrame actor={actor} facts={facts} now={now}>
      <Breadcrumb
        trail={[
          { label: phase, href: addressOf.phase(phase) },
          { label: 'questions', href: addressOf.threads(phase) },
          { label: `thread ${thread.thread}` },
        ]}
      />
      <PageHeader
        title={`Question on ${thread.about}`}
        chip={<ThreadTurnChip thread={thread} reader={actor} now={now} />}
      >
        To the {ROLE_WORD[thread.askedOf]}, about <AskedAbout phase={phase} thread={thread} />.
      </PageHeader>
      <Columns
        aside={
          <Panel title="Settle">
            <Note>Who asked settles it once they know. It stays to be read; a settled question takes no replies.</Note>
            <SettleForm
              {...form}
              action={submitSettling}
              commandId={newCommandId()}
              disabledReason={whyCannotSettle(thread, actor)?.sentence ?? null}
            />
            {thread.settled !== null && <ActionLink href={addressOf.ask(phase, thread.about)}>Ask anew</ActionLink>}
          </Panel>
        }
      >
        <MessageFeed thread={thread} names={listNames(database())} now={now} />
        <Panel narrow>
          <ReplyForm
            {...form}
            action={submitReply}
            commandId={newCommandId()}
            disabledReason={whyCannotReply(thread, actor)?.sentence ?? null}
          />
        </Panel>
      </Columns>
    </PageFrame>
  )
}
