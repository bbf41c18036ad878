import { findOrMakeWatchKey } from '#db/phases/watch-key.ts'
import { database } from '../database.ts'

/** The stakeholders' page of a phase: whoever has this address may read it, without an account. */
export const watchAddress = (phase: string): string => `/watch/${findOrMakeWatchKey(database(), phase)}`
