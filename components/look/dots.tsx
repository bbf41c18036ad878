import type { ReactNode } from 'react'
import { type Shape, Sign } from './sign.tsx'
import type { Tone } from './tone.ts'

export type DotKind = 'green' | 'red' | 'left-out' | 'unver' | 'running'

const DOTS = {
  green: { shape: 'disc', tone: 'pass', word: 'green' },
  red: { shape: 'square', tone: 'fail', word: 'red' },
  'left-out': { shape: 'dashed', tone: 'stale', word: 'left out' },
  unver: { shape: 'ring', tone: 'none', word: 'unver' },
  running: { shape: 'half', tone: 'claim', word: 'running' },
} satisfies Record<DotKind, { shape: Shape; tone: Tone; word: string }>

type Props = { kind: DotKind; name: string; own?: boolean | undefined; because?: string | undefined }

/** One run. `name` is what people call it (`#31`), `own` rings a run of the Adversary's, `because` says why it was left out. */
export function Dot({ kind, name, own = false, because }: Props) {
  const { shape, tone, word } = DOTS[kind]
  const label = [`run ${name}`, word, because, own ? 'the Adversary’s own' : undefined].filter(Boolean).join(', ')
  return <Sign shape={shape} size="dot" tone={tone} label={label} ringed={own} />
}

export function Dots({ children }: { children: ReactNode }) {
  return <span className="inline-flex flex-wrap items-center gap-1 py-[5px] align-top">{children}</span>
}

export function DotLegend() {
  return (
    <p className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-mute">
      <Entry tone="pass" shape="disc" word="green" />
      <Entry tone="fail" shape="square" word="red" />
      <Entry tone="stale" shape="dashed" word="left out, with its reason" />
      <Entry tone="none" shape="ring" word="unver: should have run, did not" />
      <span>ringed: the Adversary’s own</span>
    </p>
  )
}

function Entry({ tone, shape, word }: { tone: Tone; shape: Shape; word: string }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <Sign shape={shape} size="small" tone={tone} />
      {word}
    </span>
  )
}
