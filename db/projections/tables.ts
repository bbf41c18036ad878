/**
 * Projections: what the ledger says, in a form that can be asked. Never migrated: when the DDL or the projector changes they are
 * dropped and rebuilt from seq 1. A row holds from `fromSeq` until `toSeq` (null: still), so "as of seq" is an ordinary read.
 */

export * from './tables/evidence.ts'
export * from './tables/fixes.ts'
export * from './tables/judgement.ts'
export * from './tables/people.ts'
export * from './tables/phases.ts'
export * from './tables/swarm.ts'
export * from './tables/threads.ts'
