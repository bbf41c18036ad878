import { and, asc, between, eq, sql } from 'drizzle-orm'
import type { HostSample } from '#lib/swarm/swarm-facts.ts'
import type { Db } from '../db.ts'
import { hostSamples } from '../working/tables.ts'

/** Load and pressure of a host from one moment to another (epoch milliseconds), at most `most` of them: the highest of each stretch of time. */
export function listSamples(db: Db, host: string, fromMs: number, toMs: number, most = 240): HostSample[] {
  const stretchMs = Math.max(1, Math.ceil((toMs - fromMs) / most))
  const stretch = sql<number>`(${hostSamples.at} - ${fromMs}) / ${stretchMs}`
  return db
    .select({
      atMs: sql<number>`max(${hostSamples.at})`,
      load: sql<number>`max(${hostSamples.load})`,
      cpu: sql<number | null>`max(${hostSamples.cpu})`,
    })
    .from(hostSamples)
    .where(and(eq(hostSamples.host, host), between(hostSamples.at, fromMs, toMs)))
    .groupBy(stretch)
    .orderBy(asc(stretch))
    .all()
}
