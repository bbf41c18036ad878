import { Chip } from '#components/look/chip.tsx'
import { assertNever } from '#lib/assert-never.ts'
import { shortCommit } from '#lib/fixes/describe-fix.ts'
import type { LedgerEvent } from '#lib/ledger/event.ts'
import { ROLE_WORD } from '#lib/people/roles.ts'
import { formatFull } from '#lib/time/format.ts'
import { readableText } from '#lib/words/readable-text.ts'
import { ClaimBody, ClassificationBody, CodeBody, FixBody, ObservationBody, RunBody } from './evidence-bodies.tsx'
import { JudgementBody } from './judgement-bodies.tsx'
import { PeopleBody } from './people-bodies.tsx'
import { Quote } from './quote.tsx'
import { SwarmBody } from './swarm-bodies.tsx'

type Props = { event: LedgerEvent; reasoning?: string | null | undefined; about?: string | undefined }

/** What an event says, in the words of its kind. Reasoning that the reader should not see yet is held back; `about` is the failure a phase-wide event is read for. */
export function EventBody({ event, reasoning, about }: Props) {
  switch (event.kind) {
    case 'ledger.opened':
      return <p>The record begins. Mode: {event.payload.mode}.</p>
    case 'person.added':
    case 'sign-in.added':
    case 'role.given':
    case 'role.withdrawn':
    case 'token.issued':
    case 'token.revoked':
      return <PeopleBody event={event} />
    case 'phase.opened':
      return <Quote>{event.payload.mission}</Quote>
    case 'review.imported':
      return (
        <p>
          {readableText(event.payload.name)}: {event.payload.added} taken in, {event.payload.known} known already,{' '}
          {event.payload.left} left out.
        </p>
      )
    case 'failure.added':
      return (
        <p>
          {event.payload.failure}{' '}
          <span className="font-mono text-sm text-mute">{readableText(event.payload.version ?? '')}</span>
          {event.payload.sweptAs === null ? '' : `, swept red as “${readableText(event.payload.sweptAs)}”`}
        </p>
      )
    case 'gate.defined':
      return (
        <Quote>
          {event.payload.gate}: {event.payload.criteria}
        </Quote>
      )
    case 'hypothesis.stated':
    case 'fact.stated':
      return <Quote>{event.payload.text}</Quote>
    case 'note.written':
      return (
        <>
          {event.payload.note === 'pre-staging' && <Chip tone="none">not a verdict</Chip>}
          <Quote>{event.payload.text}</Quote>
        </>
      )
    case 'reasoning.written':
      return reasoning == null ? (
        <p className="text-mute">Folded: {event.payload.length} characters, sealed.</p>
      ) : (
        <Quote>{reasoning}</Quote>
      )
    case 'reasoning.unfolded':
      return <p>Read before ruling: the reasoning of event {event.payload.seq}.</p>
    case 'verdict.stated':
      return (
        <>
          <Chip tone="none">
            the file says {event.payload.gate}{' '}
            {event.payload.result?.toUpperCase() ?? readableText(event.payload.words)}
          </Chip>
          <Quote>{event.payload.text}</Quote>
        </>
      )
    case 'obligation.owed':
      return (
        <Quote>
          {ROLE_WORD[event.payload.by]}
          {event.payload.before === null ? '' : `, before ${event.payload.before}`}: {event.payload.text}
        </Quote>
      )
    case 'obligation.met':
      return <Quote>{[event.payload.evidence, event.payload.how].filter(Boolean).join(': ')}</Quote>
    case 'run.attached':
    case 'run.ended':
      return <RunBody run={event.payload} />
    case 'run.excluded':
      return (
        <p>
          <Chip tone="stale">#{event.payload.run} left out</Chip> {readableText(event.payload.reason)}
        </p>
      )
    case 'observation.recorded':
      return <ObservationBody observation={event.payload} />
    case 'code.cited':
      return <CodeBody code={event.payload} />
    case 'classification.proposed':
      return <ClassificationBody classification={event.payload} />
    case 'claim.filed':
      return <ClaimBody claim={event.payload} failure={about ?? event.failure} />
    case 'claim.withdrawn':
      return (
        <p>
          {event.payload.gate}, revision {event.payload.revision}: {readableText(event.payload.reason)}
        </p>
      )
    case 'ruling.recorded':
    case 'verdict.recorded':
    case 'more.asked':
    case 'finding.opened':
    case 'finding.addressed':
    case 'finding.closed':
    case 'finding.reopened':
    case 'phase.done':
    case 'veto.raised':
    case 'veto.lifted':
      return <JudgementBody event={event} />
    case 'host.configured':
    case 'host-key.pinned':
    case 'host.retired':
    case 'run.requested':
    case 'run.started':
    case 'run.cancel-asked':
    case 'run.dropped':
    case 'reservation.taken':
    case 'reservation.released':
      return <SwarmBody event={event} />
    case 'plan.recorded':
      return (
        <p>
          {readableText(event.payload.name)}, {event.payload.text.split('\n').length} lines, SHA-256{' '}
          <span className="font-mono text-sm">{event.payload.sha256.slice(0, 12)}</span>
        </p>
      )
    case 'fix.attached':
      return <FixBody fix={event.payload} />
    case 'fix.updated':
      return (
        <p>
          {event.payload.state} at <span className="font-mono text-sm">{shortCommit(event.payload.head)}</span>:{' '}
          {readableText(event.payload.how)}
        </p>
      )
    case 'thread.opened':
      return (
        <Quote>
          {event.payload.about}, to the {ROLE_WORD[event.payload.to]}: {event.payload.text}
        </Quote>
      )
    case 'thread.replied':
      return <Quote>{event.payload.text}</Quote>
    case 'thread.settled':
      return <p>Settled: nothing more is said in it.</p>
    default:
      return assertNever(event)
  }
}

/** A stated time that differs from the recorded one is said, never silently preferred. */
export function StatedTime({ event }: { event: LedgerEvent }) {
  if (event.statedAt === null || event.statedAt.slice(0, 16) === event.recordedAt.slice(0, 16)) return null
  return <> · stated for {formatFull(event.statedAt)}</>
}
