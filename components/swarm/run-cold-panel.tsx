import type { ReactNode } from 'react'
import { AppLink } from '#components/look/app-link.tsx'
import { Chip } from '#components/look/chip.tsx'
import { Note, Panel } from '#components/look/panel.tsx'
import { STATUS_LOOK } from '#components/runs/status-look.ts'
import { addressOf } from '#lib/phases/addresses.ts'
import { sideWord, wordRequest } from '#lib/swarm/node-words.ts'
import type { RequestedRun } from '#lib/swarm/requested-run.ts'
import { wordLength } from '#lib/swarm/usual-length.ts'
import type { UsualRun } from '#lib/swarm/usual-run.ts'
import { profileWords, type RunStatus } from '#lib/swarm/words.ts'

type Props = {
  phase: string
  failure: string
  /** Where the choices are begun from; null: no gate is at hand. */
  gate: string | null
  host: string | null
  run: UsualRun
  lengthMs: number | null
  /** Of this failure: those that wait and the one that is under way. */
  notOver: readonly { run: RequestedRun; status: RunStatus }[]
  /** The one-press form. */
  children: ReactNode
}

/** A run of one’s own, by one press or with everything to choose. */
export function RunColdPanel({ phase, failure, gate, host, run, lengthMs, notOver, children }: Props) {
  return (
    <Panel title="A cold run of your own">
      <ul className="space-y-1.5">
        {notOver.map(({ run: asked, status }) => (
          <li key={asked.number} className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <AppLink href={addressOf.run(asked.number)}>#{asked.number}</AppLink>
            <Chip tone={STATUS_LOOK[status].tone} shape={STATUS_LOOK[status].shape}>
              {STATUS_LOOK[status].word}
            </Chip>
            <span className="text-sm text-mute">
              {sideWord(asked.requestedBy.role)}, {wordRequest(asked)}
            </span>
          </li>
        ))}
      </ul>
      {children}
      <Note>
        {profileWords[run.profile]}
        {host !== null && ` on ${host}`}, from a clean checkout of {wordCheckout(run)}.{' '}
        {lengthMs === null ? 'How long it takes is not known yet.' : `About ${wordLength(lengthMs)}.`}
      </Note>
      <p className="text-sm">
        <AppLink href={addressOf.askRun(phase, failure, gate ?? undefined)}>Choose commit, load, harness …</AppLink>
      </p>
    </Panel>
  )
}

const wordCheckout = ({ commit, harness, because }: UsualRun): string =>
  harness !== null ? `${MAIN}, with the harness of ${because}` : commit === null ? MAIN : because

/** Which of them it is the host is asked when the button is pressed; with neither nothing is queued. */
const MAIN = 'main (master where there is no main)'
