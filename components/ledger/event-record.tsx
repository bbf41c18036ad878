import { AppLink } from '#components/look/app-link.tsx'
import { CheckItem, CheckList } from '#components/look/check-list.tsx'
import { Panel } from '#components/look/panel.tsx'
import { UtcTime } from '#components/look/utc-time.tsx'
import { explainTimeConflict } from '#lib/ledger/explain-time-conflict.ts'
import { addressOf } from '#lib/phases/addresses.ts'

type Link = {
  seq: number
  phase: string | null
  failure: string | null
  recordedAt: string
  prev: string
  hash: string
}
type Props = { link: Link & { matches: boolean }; statedAt: string | null; who: string; now: Date }

/** What stands around an event's content: who, when, where, and what seals it. */
export function EventRecord({ link, statedAt, who, now }: Props) {
  const { seq, phase, failure, recordedAt, prev, hash, matches } = link
  const conflict = explainTimeConflict(recordedAt, statedAt)
  return (
    <Panel title="As recorded">
      <dl className="grid gap-x-3.5 gap-y-1.5 wide:grid-cols-[90px_minmax(0,1fr)]">
        <Line name="By">{who}</Line>
        <Line name="Recorded">
          <UtcTime at={recordedAt} now={now} show="full" /> <span className="text-mute">by the server’s clock</span>
        </Line>
        <Line name="Stated">
          {statedAt === null ? (
            <span className="text-mute">nobody stated another time</span>
          ) : (
            <UtcTime at={statedAt} now={now} show="full" />
          )}
        </Line>
        {phase !== null && <Line name="Where">{whereabouts(phase, failure, seq)}</Line>}
        <Line name="Hash before">
          <code>{prev}</code>
        </Line>
        <Line name="Hash">
          <code>{hash}</code>
        </Line>
      </dl>
      <div className="mt-2.5">
        <CheckList>
          <CheckItem mark={matches ? 'met' : 'unmet'}>
            {matches ? 'Its content matches its hash.' : 'Its content does not match its hash: the record was damaged.'}
          </CheckItem>
          {conflict !== null && (
            <CheckItem mark="weak" word="The two times differ">
              {conflict} Order is by number, never by time.
            </CheckItem>
          )}
        </CheckList>
      </div>
    </Panel>
  )
}

function whereabouts(phase: string, failure: string | null, seq: number) {
  if (failure === null)
    return <AppLink href={`${addressOf.timeline(phase)}?before=${seq + 1}#e${seq}`}>on the timeline of {phase}</AppLink>
  return (
    <AppLink href={addressOf.eventOfFailure(phase, failure, seq)}>
      on the timeline of {failure}, {phase}
    </AppLink>
  )
}

function Line({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <>
      <dt className="text-sm leading-[21px] text-mute">{name}</dt>
      <dd className="max-wide:mb-1.5">{children}</dd>
    </>
  )
}
