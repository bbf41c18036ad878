import { UtcTime } from '#components/look/utc-time.tsx'
import type { DoneFacts } from '#lib/phases/phase-facts.ts'
import { readableText } from '#lib/words/readable-text.ts'

/** DONE is a fact of its moment; what happened later is told as later. */
export function DoneWords({ done, later, now }: { done: DoneFacts; later: string[]; now: Date }) {
  const gates = done.gates.map(({ gate }) => gate)
  const passes = gates.length === 1 ? `${gates[0]}’s PASS` : `the PASSes on ${gates.join(' and ')}`
  return (
    <>
      <UtcTime at={done.at} now={now} />, {passes} fresh then. {readableText(done.words)}
      {done.reopened !== null && (
        <>
          {' '}
          Open again since <UtcTime at={done.reopened.at} now={now} />: {readableText(done.reopened.because)}.
        </>
      )}
      {later.map((what) => (
        <span key={what} className="block text-sm text-mute">
          Later: {readableText(what)}
        </span>
      ))}
    </>
  )
}
