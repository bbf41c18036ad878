import { AppLink } from '#components/look/app-link.tsx'
import { CheckItem, CheckList } from '#components/look/check-list.tsx'
import { Note, Panel } from '#components/look/panel.tsx'
import { UtcTime } from '#components/look/utc-time.tsx'
import { ROLE_WORD } from '#lib/people/roles.ts'
import { addressOf } from '#lib/phases/addresses.ts'
import type { ObligationFacts, PhaseFacts } from '#lib/phases/phase-facts.ts'
import { readableText } from '#lib/words/readable-text.ts'

/** What somebody still has to show, open ones first; with `failure` only what concerns it. */
export function OwedList({ facts, failure, now }: { facts: PhaseFacts; failure?: string; now: Date }) {
  const listed = facts.obligations.filter(
    (one) => failure === undefined || one.failure === failure || one.failure === null,
  )
  const ordered = [...listed.filter((one) => one.met === null), ...listed.filter((one) => one.met !== null)]
  return (
    <Panel>
      {ordered.length === 0 ? (
        <Note>Nothing is owed.</Note>
      ) : (
        <CheckList ruled>
          {ordered.map((one) => (
            <CheckItem
              key={one.obligation}
              mark={one.met === null ? 'weak' : 'met'}
              word={one.met === null ? 'Owed' : 'Met'}
              narrow={failure !== undefined}
              note={<OwedNote owed={one} now={now} />}
            >
              <b className="font-[550]">{ROLE_WORD[one.by]}</b>
              {failure === undefined && one.failure !== null && (
                <>
                  , <AppLink href={addressOf.failure(facts.phase, one.failure)}>{one.failure}</AppLink>
                </>
              )}
              : {one.text}
            </CheckItem>
          ))}
        </CheckList>
      )}
    </Panel>
  )
}

function OwedNote({ owed, now }: { owed: ObligationFacts; now: Date }) {
  if (owed.met !== null) return <>met: {readableText([owed.met.evidence, owed.met.how].filter(Boolean).join(', '))}</>
  return (
    <>
      {owed.before === null ? '' : `before ${owed.before}, `}since <UtcTime at={owed.statedAt ?? owed.at} now={now} />
    </>
  )
}
