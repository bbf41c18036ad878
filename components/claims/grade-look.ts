import type { Shape } from '#components/look/sign.tsx'
import type { Tone } from '#components/look/tone.ts'
import type { ChangeGrade } from '#lib/claims/compare-parts.ts'

/** How much changed, by colour and shape: calm where nothing has to be looked at again. */
export const GRADE_LOOK = {
  unchanged: { tone: 'none', shape: 'check' },
  text: { tone: 'none', shape: 'ring' },
  evidence: { tone: 'claim', shape: 'half' },
  criteria: { tone: 'claim', shape: 'diamond' },
  commit: { tone: 'stale', shape: 'triangle' },
  new: { tone: 'claim', shape: 'diamond' },
} satisfies Record<ChangeGrade, { tone: Tone; shape: Shape }>
