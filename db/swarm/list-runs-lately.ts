import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import type { RunLately } from '#lib/swarm/swarm-facts.ts'
import type { Db } from '../db.ts'
import { requestedRuns, runs } from '../projections/tables.ts'

/** The last runs that were requested here on a host and are over, the last one first. */
export const listRunsLately = (db: Db, host: string, most: number): RunLately[] =>
  db
    .select({ asked: requestedRuns, ended: runs })
    .from(requestedRuns)
    .leftJoin(runs, and(eq(runs.number, requestedRuns.number), isNull(runs.toSeq)))
    .where(
      and(eq(requestedRuns.host, host), inArray(requestedRuns.step, ['ended', 'dropped']), isNull(requestedRuns.toSeq)),
    )
    .orderBy(desc(requestedRuns.fromSeq))
    .limit(most)
    .all()
    .map(({ asked: { number, phase, failure, role, overAt, droppedReason }, ended }) => ({
      ...{ number, phase, failure, role, overAt, droppedReason },
      run: ended?.run ?? null,
      leftOut: ended?.excludedReason ?? null,
    }))
