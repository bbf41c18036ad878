import type { Db } from '#db/db.ts'
import { openDatabase } from '#db/open-database.ts'
import { readConfiguration } from './configuration.ts'
import { once } from './once.ts'

/** The one database handle of this process; opened (and migrated) at the first call. Throws a sentence when it cannot be opened. */
export const database = (): Db => once('database', () => openDatabase(readConfiguration().databaseFile))
