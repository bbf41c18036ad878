import { AppLink } from '#components/look/app-link.tsx'
import { parseEvidenceRef } from '#lib/evidence/evidence-ref.ts'
import { addressOf } from '#lib/phases/addresses.ts'
import type { ThreadFacts } from '#lib/threads/thread-facts.ts'

/** What a question is about, and the way there. */
export function AskedAbout({ phase, thread }: { phase: string; thread: Pick<ThreadFacts, 'about' | 'failure'> }) {
  return <AppLink href={addressOfAbout(phase, thread)}>{thread.about}</AppLink>
}

/** A finding stands on the page of its failure. */
function addressOfAbout(phase: string, { about, failure }: Pick<ThreadFacts, 'about' | 'failure'>): string {
  const run = parseEvidenceRef(about)
  if (run !== null) return addressOf.run(run.number)
  return failure === null ? addressOf.gate(phase, about) : addressOf.failure(phase, failure)
}
