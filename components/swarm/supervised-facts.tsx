import { Definition, Term } from '#components/look/definition.tsx'
import { Panel } from '#components/look/panel.tsx'
import { UtcTime } from '#components/look/utc-time.tsx'
import { sideWord } from '#lib/swarm/node-words.ts'
import type { Pressure, Supervision } from '#lib/swarm/supervision.ts'
import { formatDuration } from '#lib/time/format.ts'
import { readableText } from '#lib/words/readable-text.ts'

type Props = {
  seen: Supervision
  requester: string
  /** Null: nobody asked to cancel it. `late`: it had ended by itself. */
  cancel: { reason: string; late: boolean } | null
  now: Date
}

/** What Gatehouse itself saw of a run that it started: nothing here was typed. */
export function SupervisedFacts({ seen, requester, cancel, now }: Props) {
  const { exit, pressure, load, overlap, left, contaminated, suspicions } = seen
  return (
    <Panel title="As Gatehouse saw it">
      <Definition>
        <Term name="EXIT">{exit.words}</Term>
        {cancel !== null && (
          <Term name="CANCEL">
            {readableText(cancel.reason)}
            {cancel.late && <span className="block">It had ended before the cancel came.</span>}
          </Term>
        )}
        {contaminated.length > 0 && (
          <Term name="LEFT OUT">
            <Sentences of={contaminated} />
          </Term>
        )}
        <Term name="OVERLAP">{overlap.length === 0 ? 'nothing' : overlap.join(', ')}</Term>
        <Term name="LEFT">{left.length === 0 ? 'nothing' : left.join(', ')}</Term>
        <Term name="PRESSURE">{pressure === null ? 'not known' : wordPressure(pressure)}</Term>
        {load !== null && (
          <Term name="LOAD">
            {readableText(load.level)}, <UtcTime at={load.startedAt} now={now} show="second" /> to{' '}
            {load.endedAt === null ? 'its end is not known' : <UtcTime at={load.endedAt} now={now} show="second" />}
          </Term>
        )}
        {suspicions.length > 0 && (
          <Term name="ODD">
            <Sentences of={suspicions} />
          </Term>
        )}
        <Term name="ASKED">
          <UtcTime at={seen.requestedAt} now={now} show="second" /> by {sideWord(seen.requestedBy.role)}, {requester}
        </Term>
        <Term name="LAST BYTE">
          {seen.lastByteAt === null ? 'none came' : <UtcTime at={seen.lastByteAt} now={now} show="second" />}
        </Term>
        <Term name="DEADLINE">
          <UtcTime at={seen.deadlineAt} now={now} show="second" />
        </Term>
        <Term name="BOOT">
          <span className="font-mono text-sm">{readableText(seen.boot)}</span>
          {seen.skewMs !== null && Math.abs(seen.skewMs) >= 1_000 && (
            <span className="block text-sm text-mute">
              its clock was {formatDuration(Math.abs(seen.skewMs))} {seen.skewMs > 0 ? 'ahead' : 'behind'}
            </span>
          )}
        </Term>
        <Term name="ON HOST">
          <span className="font-mono text-sm">{seen.hostRunId}</span>
        </Term>
      </Definition>
    </Panel>
  )
}

function Sentences({ of }: { of: readonly string[] }) {
  return of.map((sentence) => (
    <span key={sentence} className="block">
      {readableText(sentence)}
    </span>
  ))
}

function wordPressure({ cpu, io, memory, loadMax }: Pressure): string {
  const waited = [
    ...(cpu === null ? [] : [`a processor ${cpu} %`]),
    ...(io === null ? [] : [`the disk ${io} %`]),
    ...(memory === null ? [] : [`memory ${memory} %`]),
  ]
  return [
    waited.length === 0 ? 'not counted' : `waited for ${waited.join(', ')} of its time`,
    ...(loadMax === null ? [] : [`load at most ${loadMax}`]),
  ].join('; ')
}
