import { notFound } from 'next/navigation'
import { findRun } from '#db/runs/find-run.ts'
import { findRequestedRun, listRunsNotOver } from '#db/swarm/list-requested-runs.ts'
import { findReservation } from '#db/swarm/list-reservations.ts'
import { listRunWatches } from '#db/swarm/run-watches.ts'
import { ROLE_WORD, roles } from '#lib/people/roles.ts'
import type { AttachedRun } from '#lib/runs/attached-run.ts'
import { requireActor } from '#lib/server/auth/current-actor.ts'
import { database } from '#lib/server/database.ts'
import { nodeOf, statusOf } from '#lib/server/pages/read-nodes.ts'
import { type PhaseReading, readPhase } from '#lib/server/pages/read-phase.ts'
import { claimsKnown, whyEachWaits } from '#lib/server/pages/read-swarm.ts'
import type { RequestedRun } from '#lib/swarm/requested-run.ts'
import { holds } from '#lib/swarm/reservation.ts'
import type { RunWatchFacts } from '#lib/swarm/swarm-facts.ts'
import type { RunStatus } from '#lib/swarm/words.ts'

/** A run as evidence. */
export type EndedRun = {
  run: AttachedRun
  excludedReason: string | null
  attachedBy: string
  /** Why somebody asked to cancel it; null: nobody did. */
  cancelReason: string | null
}
/** A run that was asked for here and is no evidence (yet). */
export type AskedRun = {
  asked: RequestedRun
  status: RunStatus
  watch: RunWatchFacts | null
  place: { nth: number; of: number; because: string } | null
}
export type RunReading = PhaseReading & {
  number: number
  failure: string
  ended: EndedRun | null
  asked: AskedRun | null
}

/** A run by its number, for somebody who may read its phase. */
export async function readRun(params: Promise<{ number: string }>): Promise<RunReading> {
  await requireActor(null)
  const { number: written } = await params
  const number = /^[1-9]\d{0,8}$/.test(written) ? Number(written) : 0
  const row = findRun(database(), number)
  const requested = findRequestedRun(database(), number)
  const asked = row === null ? requested : null
  const at = row ?? asked
  if (at === null) notFound()
  const reading = await readPhase(at.phase)
  return {
    ...reading,
    ...{ number, failure: at.failure },
    ended:
      row === null
        ? null
        : {
            ...{ run: row.run, excludedReason: row.excludedReason, attachedBy: wordRole(row.role) },
            cancelReason: requested?.cancelReason ?? null,
          },
    asked: asked === null ? null : whereIs(asked, reading.now),
  }
}

function wordRole(word: string): string {
  const role = roles.find((known) => known === word)
  return role === undefined ? 'app' : ROLE_WORD[role]
}

function whereIs(asked: RequestedRun, now: Date): AskedRun {
  const db = database()
  const watches = new Map(listRunWatches(db).map((held) => [held.run, held]))
  const watch = watches.get(asked.number) ?? null
  const status = statusOf(asked, watch)
  if (status !== 'queued') return { asked, status, watch, place: null }
  const runs = listRunsNotOver(db, asked.host)
  const held = findReservation(db, asked.host)
  const node = nodeOf(asked.host, { runs, watches, reservation: held !== null && holds(held, now) ? held : null })
  const queue = whyEachWaits(runs, watches, node, claimsKnown(), now)
  const index = queue.findIndex(({ run }) => run.number === asked.number)
  return {
    ...{ asked, status, watch },
    place: { nth: index + 1, of: queue.length, because: queue[index]?.because ?? '' },
  }
}
