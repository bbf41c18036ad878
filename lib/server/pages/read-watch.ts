import { notFound } from 'next/navigation'
import { cache } from 'react'
import { findPhaseFacts } from '#db/phases/find-phase-facts.ts'
import type { PhaseFacts } from '#lib/phases/phase-facts.ts'
import { database } from '../database.ts'
import { watchedPhase } from './watched-phase.ts'

/** The phase that a stakeholder's key opens; any other word is "not found". Nobody has to be signed in. */
export const readWatch = cache((key: string): { facts: PhaseFacts; now: Date } => {
  const phase = watchedPhase(key)
  const facts = phase === null ? null : findPhaseFacts(database(), phase)
  if (facts === null) notFound()
  return { facts, now: new Date() }
})
