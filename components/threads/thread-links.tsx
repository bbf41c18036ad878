import { AppLink } from '#components/look/app-link.tsx'
import { ActionLink, DisabledControl } from '#components/look/button.tsx'
import { Note, Panel } from '#components/look/panel.tsx'
import { can, explainPermission } from '#lib/people/permissions.ts'
import type { Actor } from '#lib/people/roles.ts'
import { addressOf } from '#lib/phases/addresses.ts'
import { beginQuestion } from '#lib/threads/begin-question.ts'
import type { ThreadAsRead } from '#lib/threads/thread-facts.ts'
import { ThreadTurnChip } from './thread-turn-chip.tsx'
import { UnreadMark } from './unread-mark.tsx'

type Props = {
  phase: string
  /** By its address within the phase: `M1`, `F-redfix-1`, `#31`, `mumble`. */
  about: string
  /** Those of the phase. */
  threads: readonly ThreadAsRead[]
  reader: Actor
  now: Date
}

/** The open questions about something, on a failure also those about its runs and findings, and the way to ask one. */
export function ThreadPanel(props: Props) {
  const { phase, about, threads, reader } = props
  const settled = threads.filter((thread) => isAbout(thread, about) && thread.settled !== null).length
  return (
    <Panel title="Questions" id="questions">
      <OpenQuestions {...props} />
      {can(reader, 'thread.open') ? (
        <ActionLink href={addressOf.ask(phase, about)}>Ask about this</ActionLink>
      ) : (
        <DisabledControl reason={explainPermission(reader, 'thread.open')}>Ask about this</DisabledControl>
      )}
      {settled > 0 && (
        <p className="mt-2.5 text-sm text-mute">
          {settled} settled, kept in <AppLink href={addressOf.threads(phase)}>all questions</AppLink>.
        </p>
      )}
    </Panel>
  )
}

/** The same within a panel of something else, such as one finding among others; nothing where nothing is asked and the reader may not ask. */
export function ThreadLinks(props: Props) {
  const { phase, about, reader } = props
  return (
    <div className="text-sm">
      <OpenQuestions {...props} silent />
      {can(reader, 'thread.open') && <AppLink href={addressOf.ask(phase, about)}>Ask about {about}</AppLink>}
    </div>
  )
}

function OpenQuestions({ phase, about, threads, reader, now, silent = false }: Props & { silent?: boolean }) {
  const open = threads.filter((thread) => isAbout(thread, about) && thread.settled === null)
  if (open.length === 0) return silent ? null : <Note>No question is open.</Note>
  return (
    <ul className="mb-3 space-y-2.5" aria-label={`Open questions on ${about}`}>
      {open.map((thread) => (
        <li key={thread.thread}>
          <UnreadMark count={thread.unread.length} />
          {thread.about !== about && `${thread.about}: `}
          <AppLink href={addressOf.thread(phase, thread.thread)}>{beginQuestion(thread)}</AppLink>
          <span className="mt-0.5 block">
            <ThreadTurnChip thread={thread} reader={reader} now={now} />
          </span>
        </li>
      ))}
    </ul>
  )
}

const isAbout = (thread: ThreadAsRead, about: string): boolean => thread.about === about || thread.failure === about
