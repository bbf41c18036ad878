import { AppLink } from '#components/look/app-link.tsx'
import { Note, Panel } from '#components/look/panel.tsx'
import { UtcTime } from '#components/look/utc-time.tsx'
import { addressOf } from '#lib/phases/addresses.ts'
import { RUN_WORD, sideWord, wordRequest } from '#lib/swarm/node-words.ts'
import type { Waiting } from '#lib/swarm/swarm-facts.ts'

type Props = { host: string; waiting: readonly Waiting[]; reads: (phase: string) => boolean; now: Date }

/** Who is next, first come first served, and why each waits. */
export function QueuePanel({ host, waiting, reads, now }: Props) {
  return (
    <Panel title={`Who waits for ${host}`}>
      {waiting.length === 0 && <Note>Nothing waits.</Note>}
      <ol className="space-y-2.5">
        {waiting.map(({ run, because }, place) => (
          <li key={run.number} className="grid grid-cols-[24px_minmax(0,1fr)]">
            <span className="text-mute">{place + 1}.</span>
            {reads(run.phase) ? (
              <div>
                <AppLink href={addressOf.run(run.number)}>#{run.number}</AppLink> {RUN_WORD[run.request.profile]} of{' '}
                <b>{run.request.recipe}</b>, {sideWord(run.requestedBy.role)} of {run.phase}
                <span className="block text-sm text-mute">
                  {because} {wordRequest(run)}, queued <UtcTime at={run.requestedAt} now={now} />.
                </span>
              </div>
            ) : (
              <span>a run of another phase</span>
            )}
          </li>
        ))}
      </ol>
    </Panel>
  )
}
