import { PageFrame } from '#app/page-frame.tsx'
import { KIND_GROUPS, kindGroups } from '#components/events/event-words.ts'
import { OlderEvents } from '#components/events/older-events.tsx'
import { Timeline } from '#components/events/timeline.tsx'
import { TimelineFilter } from '#components/events/timeline-filter.tsx'
import { Breadcrumb } from '#components/look/breadcrumb.tsx'
import { PageHeader } from '#components/look/page-header.tsx'
import { roles } from '#lib/people/roles.ts'
import { addressOf } from '#lib/phases/addresses.ts'
import { readAddress, readPhase } from '#lib/server/pages/read-phase.ts'
import { readTimeline } from '#lib/server/pages/read-timeline.ts'

type Props = {
  params: Promise<{ phase: string }>
  searchParams: Promise<{ role?: string; kind?: string; before?: string }>
}

const PAGE = 100

export const metadata = { title: 'Timeline' }

export default async function TimelinePage({ params, searchParams }: Props) {
  const { facts, actor, now } = await readPhase(readAddress((await params).phase))
  const choice = await searchParams
  const group = kindGroups.find((name) => name === choice.kind)
  const before = Number(choice.before)
  const filter = {
    role: roles.find((role) => role === choice.role),
    kinds: group && KIND_GROUPS[group],
    before: Number.isSafeInteger(before) && before > 0 ? before : undefined,
  }
  const entries = readTimeline(facts, actor, filter, PAGE)
  return (
    <PageFrame actor={actor} facts={facts} now={now} current={addressOf.timeline(facts.phase)}>
      <Breadcrumb trail={[{ label: facts.phase, href: addressOf.phase(facts.phase) }, { label: 'timeline' }]} />
      <PageHeader title={`${facts.phase}, everything that was recorded`}>
        Newest first. Nothing here is ever edited; a correction is a new event.
      </PageHeader>
      <TimelineFilter choice={choice} anchor="main" />
      {entries.length === 0 && <p className="text-mute">Nothing on the timeline fits this filter.</p>}
      <Timeline label={`Events of ${facts.phase}, newest first`} entries={entries} now={now} />
      <OlderEvents choice={choice} entries={entries} perPage={PAGE} />
    </PageFrame>
  )
}
