import type { ReactNode } from 'react'
import { AppLink } from '#components/look/app-link.tsx'
import { Chip } from '#components/look/chip.tsx'
import { Note, Panel } from '#components/look/panel.tsx'
import { UtcTime } from '#components/look/utc-time.tsx'
import { STATUS_LOOK } from '#components/runs/status-look.ts'
import { addressOf } from '#lib/phases/addresses.ts'
import { type NodeFacts, RUN_WORD, sideWord, wordCommit, wordRequest } from '#lib/swarm/node-words.ts'
import type { RunWatchFacts } from '#lib/swarm/swarm-facts.ts'
import { readableText } from '#lib/words/readable-text.ts'
import { RunClocks } from './run-clocks.tsx'

type Props = {
  node: NodeFacts
  watch: RunWatchFacts | null
  reads: (phase: string) => boolean
  now: Date
  /** What can be done about the reservation. */
  children?: ReactNode
}

/** Who has the node now: the run under way with its clocks, and whoever reserved it. */
export function NodePanel({ node, watch, reads, now, children }: Props) {
  const { underWay, reservation } = node
  return (
    <Panel title={`Who has ${node.host}`}>
      {underWay === null && reservation === null && <p className="mb-2.5">Nobody: it is free.</p>}
      {underWay !== null && !reads(underWay.run.phase) && <p className="mb-2.5">A run of another phase.</p>}
      {underWay !== null && reads(underWay.run.phase) && (
        <div className="mb-3">
          <p className="mb-2 flex flex-wrap items-center gap-x-2.5 gap-y-1">
            <Chip tone={STATUS_LOOK[underWay.status].tone} shape={STATUS_LOOK[underWay.status].shape}>
              {STATUS_LOOK[underWay.status].word}
            </Chip>
            <span>
              <AppLink href={addressOf.run(underWay.run.number)}>#{underWay.run.number}</AppLink>,{' '}
              {sideWord(underWay.run.requestedBy.role)}’s {RUN_WORD[underWay.run.request.profile]} of{' '}
              <b>{underWay.run.request.recipe}</b> in {underWay.run.phase}
            </span>
          </p>
          <p className="mb-2 text-sm text-mute">
            {wordRequest(underWay.run)}, at <span className="font-mono">{wordCommit(underWay.run.request)}</span>
            {watch !== null && watch.words !== '' && `. ${readableText(watch.words)}`}
          </p>
          <RunClocks run={underWay.run} watch={watch} now={now} />
        </div>
      )}
      {reservation !== null && (
        <div>
          <p className="mb-1">
            Reserved by {sideWord(reservation.role)} of {reads(reservation.phase) ? reservation.phase : 'another phase'}{' '}
            since <UtcTime at={reservation.takenAt} now={now} /> until <UtcTime at={reservation.until} now={now} />.
          </p>
          {reads(reservation.phase) && <Note>{reservation.reason}</Note>}
          <Note>What is under way goes on. Runs of the other side wait until it ends.</Note>
        </div>
      )}
      {children}
    </Panel>
  )
}
