import { notFound } from 'next/navigation'
import { cache } from 'react'
import { findPhaseFacts } from '#db/phases/find-phase-facts.ts'
import { can } from '#lib/people/permissions.ts'
import type { Actor } from '#lib/people/roles.ts'
import type { PhaseFacts } from '#lib/phases/phase-facts.ts'
import { requireActor } from '../auth/current-actor.ts'
import { database } from '../database.ts'

export type PhaseReading = { facts: PhaseFacts; actor: Actor; now: Date }

/** The phase as the signed-in person may see it; not signed in leads to the sign-in page, no such phase or no role in it is "not found". */
export const readPhase = cache(async (phase: string): Promise<PhaseReading> => {
  const actor = await requireActor(phase)
  const facts = can(actor, 'record.read') ? findPhaseFacts(database(), phase) : null
  if (facts === null) notFound()
  return { facts, actor, now: new Date() }
})

/** An address's part as it was written: `M2%28c%29` is `M2(c)`. Not decodable is "not found". */
export function readAddress(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    notFound()
  }
}
