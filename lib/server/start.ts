import { authSecret } from './auth/secret.ts'
import { type Configuration, readConfiguration } from './configuration.ts'
import { database } from './database.ts'
import { makeReady } from './make-ready.ts'
import { seedPractice } from './practice/seed.ts'
import { endOnSignals } from './shutdown.ts'

/** Once per start, before the first request is answered. Throws a sentence when Gatehouse cannot start like this. */
export async function prepare(): Promise<void> {
  const configuration = readConfiguration()
  authSecret(configuration.dataFolder)
  const db = database()
  const link = makeReady(db, configuration, new Date())
  if (configuration.mode === 'practice') await seedPractice(db)
  endOnSignals()
  if (link !== null) console.info(`First Operator: ${ownAddress(configuration)}/join/${link.token}`)
}

// Next puts the port it listens on into PORT before this runs.
const ownAddress = ({ origin }: Configuration): string =>
  origin?.origin ?? `http://127.0.0.1:${process.env.PORT ?? '3000'}`
