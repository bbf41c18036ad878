import type { Shape } from '#components/look/sign.tsx'
import type { Tone } from '#components/look/tone.ts'
import type { Conclusion } from '#lib/runs/words.ts'

export const CONCLUSION_LOOK = {
  green: { tone: 'pass', shape: 'disc' },
  red: { tone: 'fail', shape: 'square' },
  unver: { tone: 'none', shape: 'ring' },
  cancelled: { tone: 'none', shape: 'dash' },
  lost: { tone: 'none', shape: 'dashed' },
} satisfies Record<Conclusion, { tone: Tone; shape: Shape }>
