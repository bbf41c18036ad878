import { Definition, Term } from '#components/look/definition.tsx'
import { Elapsed } from '#components/look/elapsed.tsx'
import { UtcTime } from '#components/look/utc-time.tsx'
import type { RequestedRun } from '#lib/swarm/requested-run.ts'
import type { RunWatchFacts } from '#lib/swarm/swarm-facts.ts'
import { formatBytes } from '#lib/words/format-bytes.ts'

type Props = { run: RequestedRun; watch: RunWatchFacts | null; now: Date }

/** The four clocks of a run (issue 4): when it was queued, when it started, when its log spoke last, when it must end. */
export function RunClocks({ run, watch, now }: Props) {
  const started = run.started === null ? (watch?.startedAt ?? null) : Date.parse(run.started.startedAt)
  return (
    <Definition>
      <Clock name="QUEUED" at={Date.parse(run.requestedAt)} now={now} />
      <Clock name="STARTED" at={started} now={now} none="not yet" />
      <Clock name="LAST BYTE" at={watch?.lastByteAt ?? null} now={now} none="none yet">
        {watch !== null && watch.bytes > 0 && `, ${formatBytes(watch.bytes)} so far`}
      </Clock>
      <Term name="DEADLINE">
        {watch?.deadlineAt == null ? (
          <span className="text-mute">counts from its start</span>
        ) : (
          <>
            <UtcTime at={new Date(watch.deadlineAt)} now={now} show="second" /> at the latest
          </>
        )}
      </Term>
    </Definition>
  )
}

function Clock({
  name,
  at,
  now,
  none = '',
  children,
}: {
  name: string
  at: number | null
  now: Date
  none?: string
  children?: React.ReactNode
}) {
  return (
    <Term name={name}>
      {at === null ? (
        <span className="text-mute">{none}</span>
      ) : (
        <>
          <UtcTime at={new Date(at)} now={now} show="second" />,{' '}
          <Elapsed key={at} ms={Math.max(0, now.getTime() - at)} /> ago
          {children}
        </>
      )}
    </Term>
  )
}
