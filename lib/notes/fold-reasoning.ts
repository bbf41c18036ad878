import { can } from '#lib/people/permissions.ts'
import type { Actor } from '#lib/people/roles.ts'
import type { PhaseFacts } from '#lib/phases/phase-facts.ts'

/**
 * Against anchoring (DOMAIN 2.3): reasoning about a failure stays folded for an Adversary until they ruled on it, reasoning about the
 * phase until a gate has its verdict. Opening it early is allowed and recorded (`unfolded`: the events this person opened).
 * Who may not judge reads it at once; who wrote it always does.
 */
export function isFolded(
  facts: PhaseFacts,
  note: { seq: number; failure: string | null; person: string },
  actor: Actor,
  unfolded: ReadonlySet<number>,
): boolean {
  if (!can(actor, 'ruling.record') || note.person === actor.person || unfolded.has(note.seq)) return false
  if (note.failure === null) return !facts.verdicts.some((held) => held.seq > note.seq)
  return !facts.rulings.some(
    (held) => held.failure === note.failure && held.person === actor.person && held.seq > note.seq,
  )
}
