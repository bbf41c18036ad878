/** What a colour says: pass, fail, stale or weak, claimed or somebody's turn, nothing yet. Never the only sign: a shape stands beside it. */
export type Tone = 'pass' | 'fail' | 'stale' | 'claim' | 'none'

export const TONE_TEXT = {
  pass: 'text-pass',
  fail: 'text-fail',
  stale: 'text-stale',
  claim: 'text-claim',
  none: 'text-mute',
} satisfies Record<Tone, string>

export const TONE_FILLED = {
  pass: 'bg-passbg text-pass',
  fail: 'bg-failbg text-fail',
  stale: 'bg-stalebg text-stale',
  claim: 'bg-claimbg text-claim',
  none: 'bg-nonebg text-mute',
} satisfies Record<Tone, string>
