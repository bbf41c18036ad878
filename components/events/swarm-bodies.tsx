import { AppLink } from '#components/look/app-link.tsx'
import { Chip } from '#components/look/chip.tsx'
import { assertNever } from '#lib/assert-never.ts'
import type { LedgerEvent } from '#lib/ledger/event.ts'
import type { Payloads } from '#lib/ledger/payloads.ts'
import { addressOf } from '#lib/phases/addresses.ts'
import type { HostSettings } from '#lib/swarm/host-settings.ts'
import { wordCommit, wordForm } from '#lib/swarm/node-words.ts'
import { profileWords } from '#lib/swarm/words.ts'
import { formatDuration, formatFull } from '#lib/time/format.ts'
import { readableText } from '#lib/words/readable-text.ts'
import { Quote } from './quote.tsx'

export type SwarmKind =
  | ('host.configured' | 'host-key.pinned' | 'host.retired')
  | ('run.requested' | 'run.started' | 'run.cancel-asked' | 'run.dropped')
  | ('reservation.taken' | 'reservation.released')

/** What was asked of the swarm, what it did and who held it. A run that has ended is evidence, and shown as that. */
export function SwarmBody({ event }: { event: LedgerEvent<SwarmKind> }) {
  switch (event.kind) {
    case 'host.configured':
      return <p>{describeHost(event.payload)}</p>
    case 'host-key.pinned':
      return (
        <p>
          {event.payload.host} is known by{' '}
          <span className="font-mono text-sm wrap-anywhere">{event.payload.fingerprint}</span> from now on.
        </p>
      )
    case 'host.retired':
      return <p>{readableText(`${event.payload.host}: ${event.payload.reason}`)}</p>
    case 'run.requested':
      return <RequestBody request={event.payload} />
    case 'run.started':
      return <StartBody start={event.payload} />
    case 'run.cancel-asked':
      return (
        <p>
          <Chip tone="none">#{event.payload.run} is to end</Chip> {readableText(event.payload.reason)}
        </p>
      )
    case 'run.dropped':
      return (
        <p>
          <Chip tone="none">#{event.payload.run} never started</Chip> {readableText(event.payload.reason)}
        </p>
      )
    case 'reservation.taken':
      return (
        <p>
          {event.payload.host} until {formatFull(event.payload.until)}: {readableText(event.payload.reason)}
        </p>
      )
    case 'reservation.released':
      return (
        <p>
          {event.payload.host}: {RESERVATION_END_WORD[event.payload.how]}
          {event.payload.reason === '' ? '.' : `: ${readableText(event.payload.reason)}`}
        </p>
      )
    default:
      return assertNever(event)
  }
}

const RESERVATION_END_WORD = {
  released: 'given back',
  lapsed: 'its time is over',
  overridden: 'taken back by the Operator',
} satisfies Record<Payloads['reservation.released']['how'], string>

function describeHost({ host, kind, alias, address, port, user, deadlineMs }: HostSettings): string {
  const at = [user === null ? '' : `${user}@`, address, port === null ? '' : `:${port}`].join('')
  const reached =
    kind === 'practice'
      ? 'the practice host'
      : [alias === null ? '' : `ssh ${alias}`, address && at].filter(Boolean).join(', ')
  return readableText(`${host}: ${reached}. A run may take ${formatDuration(deadlineMs)}.`)
}

function RequestBody({ request }: { request: Payloads['run.requested'] }) {
  const { number, host, recipe, afterClaimOn } = request
  const waits = afterClaimOn === null ? '' : `, once ${afterClaimOn} is claimed`
  const form = wordForm(request)
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
        <Chip tone="none">{profileWords[request.profile]}</Chip>
        <span className="min-w-0 text-sm text-mute wrap-anywhere">
          {readableText(`${form === '' ? '' : `${form}: `}${recipe} at ${wordCommit(request)} on ${host}${waits}`)}
        </span>
        <AppLink href={addressOf.run(number)}>open</AppLink>
      </p>
      {request.remark !== '' && <Quote>{request.remark}</Quote>}
    </>
  )
}

function StartBody({ start }: { start: Payloads['run.started'] }) {
  const { run, before, suspicions } = start
  return (
    <>
      <p>
        <AppLink href={addressOf.run(run)}>{`#${run}`}</AppLink> started on {readableText(before.host)} at{' '}
        {formatFull(start.startedAt)} by its clock, load {before.load.one}.
      </p>
      {suspicions.length > 0 && (
        <p className="text-sm text-mute">Odd before it: {readableText(suspicions.join(' '))}</p>
      )}
    </>
  )
}
