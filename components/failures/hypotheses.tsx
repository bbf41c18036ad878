import { Chip } from '#components/look/chip.tsx'
import { SectionTitle } from '#components/look/panel.tsx'
import { Row, Rows } from '#components/look/rows.tsx'
import { UtcTime } from '#components/look/utc-time.tsx'
import { BEHAVIOUR_WORD, PLACE_WORD } from '#lib/classifications/words.ts'
import type { LedgerEvent } from '#lib/ledger/event.ts'
import { readableText } from '#lib/words/readable-text.ts'

type Hypothesis = LedgerEvent<'classification.proposed' | 'hypothesis.stated'>

/** What was thought to be the cause, newest first: what it is now, what it was, who said so and on which evidence. */
export function Hypotheses({
  history,
  sweptAs,
  names,
  now,
}: {
  history: Hypothesis[]
  sweptAs: string | null
  names: { [person: string]: string }
  now: Date
}) {
  if (history.length === 0 && sweptAs === null) return null
  const stated = history.some((event) => event.kind === 'hypothesis.stated')
  return (
    <>
      <SectionTitle>The hypotheses over time</SectionTitle>
      <Rows label="Hypotheses, newest first">
        {history.map((event, index) => (
          <Row
            key={event.seq}
            name={<UtcTime at={event.statedAt ?? event.recordedAt} now={now} show="near" />}
            chip={<Chip tone={index === 0 ? 'claim' : 'none'}>{index === 0 ? 'now' : 'was'}</Chip>}
          >
            {event.kind === 'classification.proposed' ? (
              <>
                {BEHAVIOUR_WORD[event.payload.behaviour]} · <b>{PLACE_WORD[event.payload.place]}</b>:{' '}
                {readableText(event.payload.cause)}
              </>
            ) : (
              <>“{readableText(event.payload.text)}”, as the sweep recorded it</>
            )}
            <span className="block text-sm text-mute">
              {names[event.actor] ?? event.actor}
              {event.kind === 'classification.proposed' &&
                (event.payload.cites.length > 0 ? `, on ${event.payload.cites.join(', ')}` : ', on no cited evidence')}
            </span>
          </Row>
        ))}
        {!stated && sweptAs !== null && (
          <Row name="in the sweep" chip={<Chip tone="none">was</Chip>}>
            “{sweptAs}”
          </Row>
        )}
      </Rows>
    </>
  )
}
