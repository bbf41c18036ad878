import type { Shape } from '#components/look/sign.tsx'
import type { Tone } from '#components/look/tone.ts'
import type { RowStanding } from '#lib/phases/progress.ts'

/** How an outsider sees the state of one failure, and what the word means. */
export const PROGRESS_LOOK = {
  confirmed: {
    word: 'confirmed',
    tone: 'pass',
    shape: 'check',
    means: 'the reviewer came to the same conclusion from evidence of their own',
  },
  checking: {
    word: 'being checked',
    tone: 'claim',
    shape: 'diamond',
    means: 'the reviewer has recorded a check of their own and has not decided yet',
  },
  next: {
    word: 'next',
    tone: 'none',
    shape: 'ring',
    means: 'the first in the list that is not begun; the reviewer may choose another',
  },
  waiting: { word: 'waiting', tone: 'none', shape: 'ring', means: 'its turn has not come' },
  refused: {
    word: 'refused, being looked at again',
    tone: 'fail',
    shape: 'cross',
    means: 'the reviewer found that the explanation does not hold; the team goes back to it',
  },
  stale: {
    word: 'stale, to be checked again',
    tone: 'stale',
    shape: 'triangle',
    means: 'it was judged, but too long ago, or something it rested on has changed since',
  },
} satisfies Record<RowStanding, { word: string; tone: Tone; shape: Shape; means: string }>
