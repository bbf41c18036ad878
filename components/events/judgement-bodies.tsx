import { Chip } from '#components/look/chip.tsx'
import type { LedgerEvent } from '#lib/ledger/event.ts'
import { readableText } from '#lib/words/readable-text.ts'
import { Quote } from './quote.tsx'

export type JudgementKind =
  | ('ruling.recorded' | 'verdict.recorded' | 'more.asked' | 'phase.done' | 'veto.raised' | 'veto.lifted')
  | ('finding.opened' | 'finding.addressed' | 'finding.closed' | 'finding.reopened')

/** What somebody judged, found or stopped. */
export function JudgementBody({ event }: { event: LedgerEvent<JudgementKind> }) {
  switch (event.kind) {
    case 'ruling.recorded':
    case 'verdict.recorded':
      return (
        <>
          <Chip tone={event.payload.result}>
            {event.payload.gate} {event.payload.result.toUpperCase()}
            {event.kind === 'verdict.recorded' ? `, revision ${event.payload.revision}` : ''}
          </Chip>
          <Quote>{event.payload.reason}</Quote>
        </>
      )
    case 'finding.opened':
      return (
        <>
          <Chip tone="fail">{event.payload.finding}</Chip>
          <Quote>{event.payload.text}</Quote>
          <p className="text-sm text-mute">To see it fail:</p>
          <Quote mono>{event.payload.repro}</Quote>
        </>
      )
    case 'finding.addressed':
      return <Quote>{[...event.payload.cites, event.payload.with].join(' · ')}</Quote>
    case 'finding.closed':
      return (
        <>
          <Chip tone="pass">{event.payload.finding} closed</Chip>
          <Quote>{[...event.payload.cites, event.payload.reason].join(' · ')}</Quote>
        </>
      )
    case 'finding.reopened':
      return (
        <>
          <Chip tone="fail">{event.payload.finding} open again</Chip>
          <Quote>{event.payload.reason}</Quote>
        </>
      )
    case 'more.asked':
      return <Quote>{event.payload.text}</Quote>
    case 'phase.done':
      return (
        <>
          <Chip tone="pass">DONE</Chip>
          <Quote>{event.payload.words}</Quote>
          <p className="text-sm text-mute">
            {event.payload.gates.map(({ gate, revision }) => `${gate} PASS on revision ${revision}`).join(', ')}, fresh
            then.
          </p>
        </>
      )
    case 'veto.raised':
      return (
        <p>
          <Chip tone="fail">{event.payload.gate ?? 'the phase'} vetoed</Chip> {readableText(event.payload.reason)}
        </p>
      )
    case 'veto.lifted':
      return <p>{readableText(event.payload.reason)}</p>
  }
}
