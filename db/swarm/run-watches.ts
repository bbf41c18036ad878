import { eq } from 'drizzle-orm'
import type { Probe } from '#lib/swarm/protocol/probe.ts'
import type { Db } from '../db.ts'
import { hostProbes, hostSamples, runWatches } from '../working/tables.ts'

export type RunWatch = typeof runWatches.$inferSelect

/** How the supervisor stands with a run now; a working table, no part of the record. */
export function setRunWatch(db: Db, watch: typeof runWatches.$inferInsert): void {
  const { run: _, ...change } = watch
  db.insert(runWatches).values(watch).onConflictDoUpdate({ target: runWatches.run, set: change }).run()
}
export const listRunWatches = (db: Db): RunWatch[] => db.select().from(runWatches).all()
export const findRunWatch = (db: Db, run: number): RunWatch | null =>
  db.select().from(runWatches).where(eq(runWatches.run, run)).get() ?? null
export const forgetRunWatch = (db: Db, run: number): void => {
  db.delete(runWatches).where(eq(runWatches.run, run)).run()
}

/** What a host said of itself, or why it could not be asked (what it said before that stays). `at`: epoch milliseconds. */
export function keepProbe(db: Db, host: string, at: number, said: { probe: Probe } | { problem: string }): void {
  const change = 'probe' in said ? { at, probe: said.probe, problem: null } : { at, problem: said.problem }
  db.insert(hostProbes)
    .values({ host, ...change })
    .onConflictDoUpdate({ target: hostProbes.host, set: change })
    .run()
}

/** One sample of load and pressure; the same instant again changes nothing. */
export const keepSample = (db: Db, sample: typeof hostSamples.$inferInsert): void => {
  db.insert(hostSamples).values(sample).onConflictDoNothing().run()
}
