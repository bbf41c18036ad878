import type { ReactNode } from 'react'
import { inReadableWords } from './in-readable-words.ts'
import { type Shape, Sign } from './sign.tsx'
import { TONE_TEXT, type Tone } from './tone.ts'

export type Mark = 'met' | 'weak' | 'unmet' | 'no-result' | 'missing' | 'underway'

const MARKS = {
  met: { shape: 'check', tone: 'pass', word: 'Met' },
  weak: { shape: 'triangle', tone: 'stale', word: 'Weak' },
  unmet: { shape: 'cross', tone: 'fail', word: 'Not met' },
  'no-result': { shape: 'dash', tone: 'fail', word: 'No result' },
  missing: { shape: 'ring', tone: 'none', word: 'Missing' },
  underway: { shape: 'half', tone: 'stale', word: 'Under way' },
} satisfies Record<Mark, { shape: Shape; tone: Tone; word: string }>

/** `ruled` draws a line between the entries, for a list that fills a panel. */
export function CheckList({ ruled = false, children }: { ruled?: boolean; children: ReactNode }) {
  return <ul className={ruled ? '-my-1.5 divide-y divide-line *:py-2' : '*:py-1'}>{children}</ul>
}

type ItemProps = {
  mark: Mark
  /** Read out in place of the mark's own word: `Stale`, `Errored`. */
  word?: string | undefined
  note?: ReactNode
  /** In a narrow column the note stands under the words, not beside them. */
  narrow?: boolean | undefined
  children: ReactNode
}

/** One condition and its answer; the note says in numbers why. */
export function CheckItem({ mark, word, note, narrow = false, children }: ItemProps) {
  const { shape, tone, word: usualWord } = MARKS[mark]
  return (
    <li className="grid grid-cols-[22px_minmax(0,1fr)]">
      <span className={`flex h-[21px] items-center ${TONE_TEXT[tone]}`}>
        <Sign shape={shape} size="large" label={word ?? usualWord} />
      </span>
      {note === undefined ? (
        <div>{inReadableWords(children)}</div>
      ) : (
        <div className={narrow ? '' : 'grid gap-x-4 wide:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]'}>
          <div>{inReadableWords(children)}</div>
          <div className="pt-px text-sm text-mute">{inReadableWords(note)}</div>
        </div>
      )}
    </li>
  )
}
