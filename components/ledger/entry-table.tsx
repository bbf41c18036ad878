import { AppLink } from '#components/look/app-link.tsx'
import { Cell, DataTable, RowHead, TableRow } from '#components/look/data-table.tsx'
import { UtcTime } from '#components/look/utc-time.tsx'
import type { LedgerEntry } from '#lib/ledger/ledger-entry.ts'
import { addressOf } from '#lib/phases/addresses.ts'
import { kindWord, roleWord } from './entry-words.ts'

type Props = { entries: readonly LedgerEntry[]; names: { [person: string]: string }; now: Date }

const HEAD = ['Event', 'Recorded', 'By', 'What', 'Where', 'Hash']
/** Enough to tell events apart by eye; the whole hash is on the event's page. */
const HASH_DIGITS = 12

/** One line an event. Nothing of its content, so sealed reasoning stays sealed. */
export function EntryTable({ entries, names, now }: Props) {
  return (
    <DataTable caption="Events, newest first" head={HEAD}>
      {entries.map(({ seq, kind, actor, role, phase, failure, subject, recordedAt, hash }) => (
        <TableRow key={seq} id={`e${seq}`}>
          <RowHead>
            <AppLink href={addressOf.event(seq)} aria-label={`Event ${seq}`} className="font-mono tabular-nums">
              {String(seq)}
            </AppLink>
          </RowHead>
          <Cell label="Recorded">
            <UtcTime at={recordedAt} now={now} show="full" />
          </Cell>
          <Cell label="By">
            {names[actor] ?? actor}
            {role !== 'system' && <span className="text-mute">, {roleWord(role)}</span>}
          </Cell>
          <Cell label="What">
            {kindWord(kind)}
            {subject !== null && subject !== failure && subject !== phase && <b> {subject}</b>}
          </Cell>
          <Cell label="Where">{place(phase, failure)}</Cell>
          <Cell label="Hash" quiet>
            <code className="whitespace-nowrap">{hash.slice(0, HASH_DIGITS)}</code>
          </Cell>
        </TableRow>
      ))}
    </DataTable>
  )
}

function place(phase: string | null, failure: string | null) {
  if (phase === null) return undefined
  if (failure === null) return <AppLink href={addressOf.phase(phase)}>{phase}</AppLink>
  return (
    <>
      {phase} / <AppLink href={addressOf.failure(phase, failure)}>{failure}</AppLink>
    </>
  )
}
