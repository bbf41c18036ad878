import { PageFrame } from '#app/page-frame.tsx'
import { EntryTable } from '#components/ledger/entry-table.tsx'
import { LedgerFilter } from '#components/ledger/ledger-filter.tsx'
import { RecordPanel } from '#components/ledger/record-panel.tsx'
import { ActionLink, Actions } from '#components/look/button.tsx'
import { PageHeader } from '#components/look/page-header.tsx'
import { listFailureNames } from '#db/failures/list-failure-names.ts'
import { lastLink } from '#db/ledger/append.ts'
import { listEntries } from '#db/ledger/list-entries.ts'
import { listNames } from '#db/people/list-names.ts'
import { requireActor } from '#lib/server/auth/current-actor.ts'
import { database } from '#lib/server/database.ts'
import { judgeRecord } from '#lib/server/ledger/judge-record.ts'
import { readablePhases } from '#lib/server/pages/readable-phases.ts'
import { type Asked, olderThan, readChoice } from './read-choice.ts'

const PAGE = 100

export const metadata = { title: 'Ledger' }

/** Every event that the reader may read, newest first, and whether the whole chain holds. */
export default async function LedgerPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const actor = await requireActor(null)
  const now = new Date()
  const db = database()
  const { choice, before, verify } = readChoice(await searchParams)
  const { phases, every } = readablePhases(actor.person)
  const found = await judgeRecord(verify)
  const { seq, hash } = lastLink(db)
  const entries = listEntries(db, { ...choice, phases, before }, PAGE)
  const names = listNames(db)
  const last = entries.at(-1)
  return (
    <PageFrame actor={actor} now={now} current="/ledger">
      <PageHeader title="Ledger">
        Everything that was recorded, newest first, as far as you may read it. Nothing here is ever edited; a correction
        is a new event.
      </PageHeader>
      <RecordPanel events={seq} head={Buffer.from(hash).toString('hex')} found={found} mayExport={every} />
      <LedgerFilter
        choice={choice}
        phases={phases}
        failures={listFailureNames(
          db,
          phases.filter((phase) => choice.phase === undefined || phase === choice.phase),
        )}
        actors={Object.entries(names).map(([value, label]) => ({ value, label }))}
      />
      {entries.length === 0 ? (
        <p className="text-mute">Nothing in the ledger fits this filter.</p>
      ) : (
        <EntryTable entries={entries} names={names} now={now} />
      )}
      <Actions>
        {before !== undefined && <ActionLink href={`/ledger?${olderThan(choice)}`}>Newest events</ActionLink>}
        {entries.length === PAGE && last && (
          <ActionLink href={`/ledger?${olderThan(choice, last.seq)}`}>Older events</ActionLink>
        )}
      </Actions>
    </PageFrame>
  )
}
