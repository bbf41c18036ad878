import { AppLink } from '#components/look/app-link.tsx'
import { Note, Panel } from '#components/look/panel.tsx'
import { addressOf } from '#lib/phases/addresses.ts'
import { wordCommit, wordRequest } from '#lib/swarm/node-words.ts'
import type { RequestedRun } from '#lib/swarm/requested-run.ts'
import type { RunWatchFacts } from '#lib/swarm/swarm-facts.ts'
import type { RunStatus } from '#lib/swarm/words.ts'
import { readableText } from '#lib/words/readable-text.ts'
import { RunClocks } from './run-clocks.tsx'

type Props = {
  run: RequestedRun
  status: RunStatus
  watch: RunWatchFacts | null
  /** Its place in the queue, from 1, and why it waits; null: it does not wait. */
  place: { nth: number; of: number; because: string } | null
  now: Date
}

/** Where a run is that has not ended: in words, by its clocks, and for what it waits. */
export function UnderWayPanel({ run, status, watch, place, now }: Props) {
  return (
    <Panel title={TITLES[status]}>
      {place !== null && (
        <p className="mb-2.5">
          Number {place.nth} of {place.of} in{' '}
          <AppLink href={addressOf.swarm(run.host)}>the queue of {run.host}</AppLink>. {readableText(place.because)}
        </p>
      )}
      {place === null && watch !== null && watch.words !== '' && <p className="mb-2.5">{readableText(watch.words)}</p>}
      {status === 'unreachable' && (
        <p className="mb-2.5">
          {run.host} does not answer. The run may well go on: this is no end, and nothing is lost when it answers again.
        </p>
      )}
      {status === 'dropped' && run.droppedReason !== null && (
        <p className="mb-2.5">{readableText(run.droppedReason)}</p>
      )}
      {run.cancelReason !== null && <p className="mb-2.5">It is being cancelled: {readableText(run.cancelReason)}</p>}
      <p className="mb-2.5 text-sm text-mute">
        {wordRequest(run)}, at <span className="font-mono">{wordCommit(run.request)}</span>
        {run.request.remark !== '' && `. ${readableText(run.request.remark)}`}
      </p>
      {status !== 'dropped' && <RunClocks run={run} watch={watch} now={now} />}
      {run.started?.suspicions.map((sentence) => (
        <Note key={sentence}>Odd before it started: {sentence}</Note>
      ))}
    </Panel>
  )
}

const TITLES = {
  queued: 'It waits for its turn',
  starting: 'It is being started',
  running: 'It is running',
  unreachable: 'Its host does not answer',
  ended: 'It has ended',
  dropped: 'It never started',
} satisfies Record<RunStatus, string>
