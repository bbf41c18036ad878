import type { Shape } from '#components/look/sign.tsx'
import type { Tone } from '#components/look/tone.ts'
import type { FixState } from '#lib/fixes/words.ts'

/** How each state of a fix looks; a new one does not compile until it has all three. */
export const FIX_LOOK = {
  open: { word: 'open', tone: 'claim', shape: 'diamond' },
  merged: { word: 'merged', tone: 'pass', shape: 'check' },
  closed: { word: 'closed', tone: 'none', shape: 'dash' },
} satisfies Record<FixState, { word: string; tone: Tone; shape: Shape }>
/** While the phase runs nobody merges. */
export const MERGED_EARLY = { word: 'merged while the phase runs', tone: 'fail', shape: 'cross' } as const
