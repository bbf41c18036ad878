import { notFound } from 'next/navigation'
import { findRun } from '#db/runs/find-run.ts'
import { ROLE_WORD, roles } from '#lib/people/roles.ts'
import type { AttachedRun } from '#lib/runs/attached-run.ts'
import { requireActor } from '#lib/server/auth/current-actor.ts'
import { database } from '#lib/server/database.ts'
import { type PhaseReading, readPhase } from '#lib/server/pages/read-phase.ts'

type RunReading = PhaseReading & {
  run: AttachedRun
  failure: string
  excludedReason: string | null
  attachedBy: string
}

/** A run by its number, for somebody who may read its phase. */
export async function readRun(params: Promise<{ number: string }>): Promise<RunReading> {
  await requireActor(null)
  const { number } = await params
  const row = /^[1-9]\d{0,8}$/.test(number) ? findRun(database(), Number(number)) : null
  if (row === null) notFound()
  const reading = await readPhase(row.phase)
  const role = roles.find((known) => known === row.role)
  return {
    ...reading,
    run: row.run,
    failure: row.failure,
    excludedReason: row.excludedReason,
    attachedBy: role === undefined ? 'app' : ROLE_WORD[role],
  }
}
