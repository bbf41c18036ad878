/** log: what happened; pre-staging: looked at before a claim, not a verdict; reasoning: folded for the Adversary until they have ruled. */
export const noteKinds = ['log', 'pre-staging', 'reasoning'] as const
export type NoteKind = (typeof noteKinds)[number]
export const NOTE_WORD = {
  log: 'log entry',
  'pre-staging': 'pre-staging, not a verdict',
  reasoning: 'reasoning',
} satisfies Record<NoteKind, string>
