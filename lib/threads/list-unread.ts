import type { ThreadFacts } from './thread-facts.ts'

/** The seqs of what others said after the event up to which this person has read; `readTo` 0: they never looked. */
export const listUnread = ({ messages }: ThreadFacts, person: string, readTo: number): number[] =>
  messages.filter((said) => said.person !== person && said.seq > readTo).map(({ seq }) => seq)
