import type { Shape } from '#components/look/sign.tsx'
import type { Tone } from '#components/look/tone.ts'
import type { FindingStanding } from '#lib/findings/words.ts'

/** How each standing of a finding looks; `moved` begins the line that says by whom. A new one does not compile until it has all. */
export const FINDING_LOOK = {
  open: { word: 'open', tone: 'fail', shape: 'cross', moved: 'Opened again' },
  addressed: { word: 'addressed, not closed', tone: 'stale', shape: 'half', moved: 'Addressed' },
  closed: { word: 'closed', tone: 'pass', shape: 'check', moved: 'Closed' },
} satisfies Record<FindingStanding, { word: string; tone: Tone; shape: Shape; moved: string }>
