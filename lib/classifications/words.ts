/** The two axes of a classification (DOMAIN 3): how the failure behaves, and where its cause lies. "Flake" is a behaviour, never a place. */
export const behaviours = ['always-red', 'flaky-load', 'flaky', 'gone'] as const
export type Behaviour = (typeof behaviours)[number]
export const BEHAVIOUR_WORD = {
  'always-red': 'always red',
  'flaky-load': 'flaky under load',
  flaky: 'flaky',
  gone: 'gone',
} satisfies Record<Behaviour, string>

export const places = ['recipe', 'stale-test', 'harness', 'warm-machinery', 'outside'] as const
export type Place = (typeof places)[number]
export const PLACE_WORD = {
  recipe: 'recipe',
  'stale-test': 'stale test',
  harness: 'harness',
  'warm-machinery': 'warm machinery',
  outside: 'host or outside',
} satisfies Record<Place, string>

/** Longest plain-words line for stakeholders, in characters. */
export const PLAIN_WORDS_MAX = 120
