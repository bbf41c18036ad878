import { listPhases } from '#db/phases/list-phases.ts'
import { authSecret } from '../auth/secret.ts'
import { readConfiguration } from '../configuration.ts'
import { database } from '../database.ts'
import { findPhaseByWatchKey } from './watch-key.ts'

/** The phase that a stakeholder's key opens; null for any other word. */
export const watchedPhase = (key: string): string | null =>
  findPhaseByWatchKey(
    authSecret(readConfiguration().dataFolder),
    listPhases(database()).map(({ phase }) => phase),
    key,
  )
