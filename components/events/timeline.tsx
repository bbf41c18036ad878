import type { ReactNode } from 'react'
import { Chip } from '#components/look/chip.tsx'
import { Feed, FeedDay, FeedEvent } from '#components/look/feed.tsx'
import type { LedgerEvent } from '#lib/ledger/event.ts'
import { isStatedAhead } from '#lib/ledger/explain-time-conflict.ts'
import { ROLE_WORD } from '#lib/people/roles.ts'
import { EventBody, StatedTime } from './event-body.tsx'
import { EVENT_WORD, glyphOf } from './event-words.ts'

type Entry = { event: LedgerEvent; name: string; reasoning: string | null | undefined }
type Props = {
  label: string
  entries: Entry[]
  now: Date
  /** The failure whose page this is; its name is not repeated. */
  about?: string | undefined
  /** What can be done about an entry, under it. */
  below?: (event: LedgerEvent, folded: boolean) => ReactNode
}

/** Events, newest first, day by day. Each has its own address, `#e<seq>`. */
export function Timeline({ label, entries, now, about, below }: Props) {
  return (
    <Feed label={label}>
      {entries.flatMap(({ event, name, reasoning }, index) => {
        const day = event.recordedAt.slice(0, 10)
        const newDay = entries[index - 1]?.event.recordedAt.slice(0, 10) !== day
        const shown = (
          <FeedEvent
            key={event.seq}
            seq={event.seq}
            at={event.recordedAt}
            now={now}
            glyph={glyphOf(event)}
            who={<Who event={event} name={name} about={about} />}
          >
            <EventBody event={event} reasoning={reasoning} about={about} />
            {below?.(event, reasoning === null)}
          </FeedEvent>
        )
        return newDay ? [<FeedDay key={day} at={event.recordedAt} now={now} />, shown] : [shown]
      })}
    </Feed>
  )
}

function Who({ event, name, about }: { event: LedgerEvent; name: string; about: string | undefined }) {
  return (
    <span title={name}>
      {event.role === 'system' ? 'Gatehouse' : ROLE_WORD[event.role]} · {EVENT_WORD[event.kind]}
      {event.subject !== null &&
        event.subject !== event.failure &&
        event.subject !== event.phase &&
        ` ${event.subject}`}
      {about === undefined && event.failure !== null && ` · ${event.failure}`}
      {(event.kind === 'run.attached' || event.kind === 'run.ended') &&
        ` · ${event.payload.condition === 'load' ? 'under load' : event.payload.condition}, ${event.payload.deployment}`}
      {event.kind === 'note.written' && event.payload.note === 'pre-staging' && ' · pre-staging'}
      <StatedTime event={event} />
      {isStatedAhead(event.recordedAt, event.statedAt) && (
        <>
          {' '}
          <Chip tone="stale">stated for a time that had not come</Chip>
        </>
      )}
    </span>
  )
}
