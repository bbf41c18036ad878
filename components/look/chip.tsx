import type { ReactNode } from 'react'
import { inReadableWords } from './in-readable-words.ts'
import { type Shape, Sign } from './sign.tsx'
import { TONE_FILLED, type Tone } from './tone.ts'

const USUAL_SHAPE = {
  pass: 'check',
  fail: 'cross',
  stale: 'triangle',
  claim: 'diamond',
  none: 'ring',
} satisfies Record<Tone, Shape>

type Props =
  | { tone: Tone; shape?: Shape | undefined; children: ReactNode; label?: undefined }
  | { tone: Tone; shape?: Shape | undefined; children?: undefined; label: string }

/** One state in a word, with its shape. Without a word to show it needs a `label` to read out. */
export function Chip({ tone, shape = USUAL_SHAPE[tone], label, children }: Props) {
  return (
    <span
      className={`inline-flex max-w-full items-center gap-1.5 wide:whitespace-nowrap rounded-chip py-px text-sm font-[550] ${children === undefined ? 'px-2.5' : 'pr-2.5 pl-2'} ${TONE_FILLED[tone]}`}
    >
      <Sign shape={shape} label={label} />
      {children === undefined ? (
        <span aria-hidden="true" className="-ml-1.5">
          &#8203;
        </span>
      ) : (
        <span>{inReadableWords(children)}</span>
      )}
    </span>
  )
}
