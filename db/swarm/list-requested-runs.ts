import { and, asc, eq, inArray, isNull, type SQL } from 'drizzle-orm'
import { type Role, roles } from '#lib/people/roles.ts'
import type { RequestedRun } from '#lib/swarm/requested-run.ts'
import type { Db } from '../db.ts'
import { requestedRuns } from '../projections/tables.ts'

/** Runs that were requested here and are not over (queued or started), first come first; of one host or of all. */
export const listRunsNotOver = (db: Db, host?: string): RequestedRun[] =>
  list(
    db,
    and(
      inArray(requestedRuns.step, ['queued', 'started']),
      host === undefined ? undefined : eq(requestedRuns.host, host),
    ),
  )

/** All that were requested for a failure (or in a whole phase), first come first. */
export const listRequestedRuns = (db: Db, phase: string, failure?: string): RequestedRun[] =>
  list(db, and(eq(requestedRuns.phase, phase), failure === undefined ? undefined : eq(requestedRuns.failure, failure)))

export const findRequestedRun = (db: Db, number: number): RequestedRun | null =>
  list(db, eq(requestedRuns.number, number))[0] ?? null

const list = (db: Db, where: SQL | undefined): RequestedRun[] =>
  db
    .select()
    .from(requestedRuns)
    .where(and(where, isNull(requestedRuns.toSeq)))
    .orderBy(asc(requestedRuns.requestedSeq))
    .all()
    .map(({ person, role, recordedAt, fromSeq: _, toSeq: __, statedAt: ___, cancelBy: ____, ...rest }) => ({
      ...rest,
      requestedBy: { person, role: roleOf(role) },
      requestedAt: recordedAt,
    }))

const roleOf = (word: string): Role | 'system' => roles.find((role) => role === word) ?? 'system'
