import type { PhaseFacts } from '#lib/phases/phase-facts.ts'

/** A veto, a FAIL and a finding opened again open a phase that was DONE; the first of them is kept with the DONE that it ended. */
export const reopened = (facts: PhaseFacts, { seq, at }: { seq: number; at: string }, because: string): PhaseFacts => ({
  ...facts,
  dones: facts.dones.map((done) => (done.reopened === null ? { ...done, reopened: { seq, at, because } } : done)),
})
