import type { ReactNode } from 'react'
import { Panel } from '#components/look/panel.tsx'
import { Sign } from '#components/look/sign.tsx'
import { UtcTime } from '#components/look/utc-time.tsx'
import { describeOffers, describeProbe, type ProbeLine } from '#lib/swarm/describe-probe.ts'
import type { KnownHost } from '#lib/swarm/swarm-facts.ts'
import { readableText } from '#lib/words/readable-text.ts'

type Props = {
  host: KnownHost
  /** The run under way there, as the host calls it; null: none is. */
  underWay: string | null
  now: Date
  children?: ReactNode
}

/** What the host said of itself when it was asked last, or why it could not be asked. */
export function ProbePanel({ host, underWay, now, children }: Props) {
  const { probe, probedAt, problem } = host
  return (
    <Panel title={`What ${host.host} says of itself`}>
      {probedAt === null && <p className="mb-2.5 text-mute">Not asked yet.</p>}
      {problem !== null && (
        <p className="mb-2.5 flex items-baseline gap-2 text-fail">
          <Sign shape="cross" />
          <span>
            Could not be asked: {readableText(problem)}
            {probe !== null && ' What it said before that stands below.'}
          </span>
        </p>
      )}
      {probe?.wrong.map((sentence) => (
        <p key={sentence} className="mb-2 flex items-baseline gap-2 text-fail">
          <Sign shape="cross" />
          <span>The installation is wrong: {readableText(sentence)}</span>
        </p>
      ))}
      {probe !== null && <ProbeLines lines={[...describeProbe(probe, underWay), ...describeOffers(probe)]} />}
      {probedAt !== null && (
        <p className="mt-2.5 text-sm text-mute">
          {problem === null ? 'Asked' : 'Tried'} <UtcTime at={new Date(probedAt)} now={now} show="second" />
        </p>
      )}
      {children}
    </Panel>
  )
}

/** Line by line; what is odd has a triangle before it. */
export function ProbeLines({ lines }: { lines: readonly ProbeLine[] }) {
  return (
    <dl className="space-y-1 text-sm">
      {lines.map(({ name, words, odd }) => (
        <div key={name} className="grid grid-cols-[118px_minmax(0,1fr)] gap-x-2">
          <dt className="text-mute">{name}</dt>
          <dd className={odd ? 'text-stale' : undefined}>
            {odd && (
              <span className="mr-1.5 inline-flex">
                <Sign shape="triangle" label="worth a look" />
              </span>
            )}
            {readableText(words)}
          </dd>
        </div>
      ))}
    </dl>
  )
}
