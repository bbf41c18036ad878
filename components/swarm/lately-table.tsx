import { AppLink } from '#components/look/app-link.tsx'
import { Chip } from '#components/look/chip.tsx'
import { Cell, DataTable, RowHead, TableRow } from '#components/look/data-table.tsx'
import { EmptyState } from '#components/look/empty-state.tsx'
import { Sub } from '#components/look/panel.tsx'
import { UtcTime } from '#components/look/utc-time.tsx'
import { CONCLUSION_LOOK } from '#components/runs/conclusion-look.ts'
import { STATUS_LOOK } from '#components/runs/status-look.ts'
import { ROLE_WORD, roles } from '#lib/people/roles.ts'
import { addressOf } from '#lib/phases/addresses.ts'
import { conclusionWords } from '#lib/runs/words.ts'
import type { RunLately } from '#lib/swarm/swarm-facts.ts'
import { profileWords } from '#lib/swarm/words.ts'
import { formatDuration } from '#lib/time/format.ts'
import { readableText } from '#lib/words/readable-text.ts'

/** The last runs on a host, newest first. */
export function LatelyTable({ runs, now }: { runs: readonly RunLately[]; now: Date }) {
  if (runs.length === 0) return <EmptyState title="No run has ended here yet" />
  return (
    <DataTable caption="The last runs, newest first" head={['Run', 'How it ended', 'Whose', 'When', 'Took']}>
      {runs.map((held) => (
        <TableRow key={held.number}>
          <RowHead>
            <AppLink href={addressOf.run(held.number)}>#{held.number}</AppLink> {held.failure}
          </RowHead>
          <Cell label="How">
            <Ended {...held} />
          </Cell>
          <Cell label="Whose" quiet>
            {roleWord(held.role)} of {held.phase}
          </Cell>
          <Cell label="When" quiet>
            {held.overAt !== null && <UtcTime at={held.overAt} now={now} />}
          </Cell>
          <Cell label="Took" quiet>
            {held.run === null ? '' : formatDuration(Date.parse(held.run.endedAt) - Date.parse(held.run.startedAt))}
          </Cell>
        </TableRow>
      ))}
    </DataTable>
  )
}

function Ended({ run, leftOut, droppedReason }: RunLately) {
  if (run === null)
    return (
      <>
        <Chip tone={STATUS_LOOK.dropped.tone} shape={STATUS_LOOK.dropped.shape}>
          {STATUS_LOOK.dropped.word}
        </Chip>
        <Sub>{droppedReason}</Sub>
      </>
    )
  const { tone, shape } = CONCLUSION_LOOK[run.conclusion]
  return (
    <>
      <Chip tone={tone} shape={shape}>
        {conclusionWords[run.conclusion]}
      </Chip>{' '}
      {run.supervised !== null && <span className="text-sm text-mute">{profileWords[run.supervised.profile]}</span>}
      {leftOut !== null && <Sub>left out: {readableText(leftOut)}</Sub>}
    </>
  )
}

const roleWord = (word: string): string => {
  const role = roles.find((known) => known === word)
  return role === undefined ? 'Gatehouse' : `the ${ROLE_WORD[role]}`
}
