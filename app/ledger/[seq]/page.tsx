import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageFrame } from '#app/page-frame.tsx'
import { Quote } from '#components/events/quote.tsx'
import { kindWord, roleWord } from '#components/ledger/entry-words.ts'
import { EventRecord } from '#components/ledger/event-record.tsx'
import { AppLink } from '#components/look/app-link.tsx'
import { Breadcrumb } from '#components/look/breadcrumb.tsx'
import { Kbd } from '#components/look/kbd.tsx'
import { PageHeader } from '#components/look/page-header.tsx'
import { SectionTitle } from '#components/look/panel.tsx'
import { findLink } from '#db/ledger/find-link.ts'
import { findNeighbours } from '#db/ledger/list-entries.ts'
import { listNames } from '#db/people/list-names.ts'
import { showBody } from '#lib/ledger/show-body.ts'
import { addressOf } from '#lib/phases/addresses.ts'
import { requireActor } from '#lib/server/auth/current-actor.ts'
import { database } from '#lib/server/database.ts'
import { readablePhases } from '#lib/server/pages/readable-phases.ts'

type Props = { params: Promise<{ seq: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Event ${(await params).seq}` }
}

/** One event, exactly as recorded. Reasoning stays sealed here: its event holds a digest, no text. */
export default async function EventPage({ params }: Props) {
  const actor = await requireActor(null)
  const { seq: asked } = await params
  const db = database()
  const link = /^[1-9]\d{0,14}$/.test(asked) ? findLink(db, Number(asked)) : null
  const { phases } = readablePhases(actor.person)
  if (link === null || (link.phase !== null && !phases.includes(link.phase))) notFound()
  const { seq, kind, subject, role } = link
  const shown = showBody(link.body)
  const name = listNames(db)[link.actor] ?? link.actor
  const { before, after } = findNeighbours(db, seq, phases)
  const now = new Date()
  return (
    <PageFrame actor={actor} now={now} current="/ledger">
      <Breadcrumb trail={[{ label: 'ledger', href: '/ledger' }, { label: `event ${seq}` }]}>
        {before !== null && <Neighbour shortcut="k" seq={before} />}
        {after !== null && <Neighbour shortcut="j" seq={after} />}
      </Breadcrumb>
      <PageHeader title={`Event ${seq}: ${kindWord(kind)}`} suffix={subject ?? undefined} />
      <EventRecord
        link={link}
        statedAt={shown?.statedAt ?? null}
        who={role === 'system' ? name : `${name}, ${roleWord(role)}`}
        now={now}
      />
      <SectionTitle>Its content</SectionTitle>
      <p className="mb-2.5 text-sm text-mute">
        {shown === null
          ? 'These bytes are no longer an event; they are shown as they are.'
          : 'What is stored and hashed, with line breaks for reading; characters that cannot be seen are shown by their code.'}
      </p>
      <Quote mono>{shown?.pretty ?? link.body}</Quote>
    </PageFrame>
  )
}

function Neighbour({ seq, shortcut }: { seq: number; shortcut: string }) {
  return (
    <AppLink href={addressOf.event(seq)} data-key={shortcut} aria-keyshortcuts={shortcut}>
      <Kbd>{shortcut}</Kbd> event {seq}
    </AppLink>
  )
}
