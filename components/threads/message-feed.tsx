import { Quote } from '#components/events/quote.tsx'
import { Chip } from '#components/look/chip.tsx'
import { Feed, FeedDay, FeedEvent } from '#components/look/feed.tsx'
import { ROLE_WORD, type Role } from '#lib/people/roles.ts'
import type { ThreadAsRead } from '#lib/threads/thread-facts.ts'

type Line = { seq: number; at: string; person: string; role: Role | 'system'; does: string; text: string | null }
type Props = { thread: ThreadAsRead; names: { [person: string]: string }; now: Date }

/** A thread from its question to its settling, in order; what the reader had not seen is marked. */
export function MessageFeed({ thread, names, now }: Props) {
  const lines = linesOf(thread)
  return (
    <Feed label={`Question on ${thread.about} and its replies, in order`}>
      {lines.flatMap((line, index) => {
        const { seq, at, person, role, text } = line
        const newDay = lines[index - 1]?.at.slice(0, 10) !== at.slice(0, 10)
        const shown = (
          <FeedEvent
            key={seq}
            seq={seq}
            at={at}
            now={now}
            glyph={role === 'system' ? 'operator' : role}
            who={<Who line={line} name={names[person] ?? person} isNew={thread.unread.includes(seq)} />}
          >
            {text === null ? undefined : <Quote>{text}</Quote>}
          </FeedEvent>
        )
        return newDay ? [<FeedDay key={at} at={at} now={now} />, shown] : [shown]
      })}
    </Feed>
  )
}

function Who({ line: { role, does }, name, isNew }: { line: Line; name: string; isNew: boolean }) {
  return (
    <span title={name}>
      {role === 'system' ? 'Gatehouse' : ROLE_WORD[role]} · {does}{' '}
      {isNew && (
        <Chip tone="claim" shape="disc">
          new
        </Chip>
      )}
    </span>
  )
}

function linesOf(thread: ThreadAsRead): Line[] {
  const { messages, settled, askedOf } = thread
  const said = messages.map(({ seq, at, person, role, text }): Line => {
    const does = seq === thread.seq ? `asks the ${ROLE_WORD[askedOf]}` : 'replies'
    return { seq, at, person, role, does, text }
  })
  if (settled === null) return said
  // Only two sides settle: who asked, or, once they have left, who was asked.
  const role = settled.person === thread.person ? thread.role : askedOf
  return [...said, { ...settled, role, does: 'settled it', text: null }]
}
