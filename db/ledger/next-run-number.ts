import type { Db } from '../db.ts'
import { nextNumber } from './next-number.ts'

/** Runs that were attached and runs that were requested here are numbered together. Only within the write's transaction. */
export const nextRunNumber = (db: Db): number => nextNumber(db, 'run.attached') + nextNumber(db, 'run.requested') - 1
