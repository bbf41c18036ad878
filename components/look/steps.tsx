import type { ReactNode } from 'react'

export type StepStage = 'done' | 'now' | 'later'
export type Step = { name: string; detail?: ReactNode; stage: StepStage }

const STAGES = {
  done: { look: 'border-pass', word: 'Done: ' },
  now: { look: 'border-claim', word: 'Now: ' },
  later: { look: 'border-line2', word: 'Later: ' },
} satisfies Record<StepStage, { look: string; word: string }>

/** How far the work has come, in plain words. Side by side when wide, under each other when narrow. */
export function Steps({ steps }: { steps: readonly Step[] }) {
  return (
    <ol aria-label="Progress" className="mt-[26px] mb-2 flex flex-col wide:flex-row">
      {steps.map(({ name, detail, stage }) => (
        <li
          key={name}
          aria-current={stage === 'now' ? 'step' : undefined}
          className={`flex-1 pr-[14px] max-wide:border-l-4 max-wide:py-1.5 max-wide:pl-3 wide:border-t-4 wide:pt-2.5 ${STAGES[stage].look}`}
        >
          <span className="sr-only">{STAGES[stage].word}</span>
          <span className={stage === 'later' ? 'font-semibold text-mute' : 'font-semibold'}>{name}</span>
          {detail !== undefined && <div className="text-sm text-mute">{detail}</div>}
        </li>
      ))}
    </ol>
  )
}
