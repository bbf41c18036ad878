import type { ReactNode } from 'react'
import { TONE_TEXT, type Tone } from './tone.ts'

export type Shape =
  | 'check'
  | 'cross'
  | 'triangle'
  | 'diamond'
  | 'ring'
  | 'half'
  | 'disc'
  | 'square'
  | 'dashed'
  | 'frame'
  | 'dash'

// Drawn, not typed: fonts differ in which of ✓ ✗ △ ◆ ○ ◐ they have, and backgrounds are lost on paper and in forced colours.
const SHAPES = {
  check: <path d="M1.8 6.7 4.7 9.6 10.2 2.8" />,
  cross: <path d="m2.6 2.6 6.8 6.8m0-6.8L2.6 9.4" />,
  triangle: <path d="M6 1.9 10.9 10.2H1.1Z" strokeLinejoin="round" strokeWidth="1.4" />,
  diamond: <path d="M6 .8 11.2 6 6 11.2.8 6Z" fill="currentColor" stroke="none" />,
  ring: <circle cx="6" cy="6" r="4.5" strokeWidth="1.4" />,
  half: (
    <>
      <circle cx="6" cy="6" r="4.7" strokeWidth="1.3" />
      <path d="M6 1.3a4.7 4.7 0 0 0 0 9.4Z" fill="currentColor" stroke="none" />
    </>
  ),
  disc: <circle cx="6" cy="6" r="6" fill="currentColor" stroke="none" />,
  square: <rect x=".5" y=".5" width="11" height="11" rx="2" fill="currentColor" stroke="none" />,
  dashed: <circle cx="6" cy="6" r="5.1" strokeWidth="1.6" strokeDasharray="2.3 1.7" />,
  frame: (
    <>
      <rect x="1.2" y="1.2" width="9.6" height="9.6" rx="1.6" strokeWidth="1.3" />
      <rect x="3.9" y="3.9" width="4.2" height="4.2" rx=".4" fill="currentColor" stroke="none" />
    </>
  ),
  dash: <path d="M2.5 6h7" />,
} satisfies Record<Shape, ReactNode>

type Props = {
  shape: Shape
  label?: string | undefined
  ringed?: boolean | undefined
  size?: keyof typeof SIZES
  /** Without one it has the colour of the text around it. */
  tone?: Tone | undefined
}

const SIZES = { tiny: 'size-[8px]', small: 'size-[10px]', dot: 'size-[11px]', large: 'size-[13px]' }

/** A drawn sign. With a label it is an image of that name, without one it is decoration. */
export function Sign({ shape, label, ringed = false, size = 'small', tone }: Props) {
  const drawing = (
    <>
      {SHAPES[shape]}
      {ringed && <circle cx="6" cy="6" r="8.8" fill="none" className="stroke-ink" strokeWidth="1.5" />}
    </>
  )
  const colour = tone === undefined ? '' : TONE_TEXT[tone]
  const pen = {
    viewBox: '0 0 12 12',
    className: `inline-block shrink-0 overflow-visible ${SIZES[size]} ${ringed ? 'mx-[3px]' : ''} ${colour}`,
    fill: 'none',
    stroke: 'currentColor',
    strokeWidth: '1.7',
    strokeLinecap: shape === 'dashed' ? 'butt' : 'round',
  } as const
  if (label === undefined) {
    return (
      <svg {...pen} aria-hidden="true">
        {drawing}
      </svg>
    )
  }
  return (
    <svg {...pen} role="img" aria-label={label}>
      <title>{label}</title>
      {drawing}
    </svg>
  )
}
