import { authSecret } from './auth/secret.ts'
import { blobs } from './blobs/blobs.ts'
import { type Configuration, readConfiguration } from './configuration.ts'
import { database } from './database.ts'
import { explainFault } from './explain-fault.ts'
import { mendRecord } from './ledger/mend-record.ts'
import { makeReady } from './make-ready.ts'
import { seedPractice } from './practice/seed.ts'
import { endOnSignals } from './shutdown.ts'
import { startSupervisor } from './swarm/supervisor.ts'

/** Another process on the same folder may have an upload under way. */
const ABANDONED_MS = 3_600_000

/** Once per start, before the first request is answered. Throws a sentence when Gatehouse cannot start like this. */
export async function prepare(): Promise<void> {
  const configuration = readConfiguration()
  try {
    await begin(configuration)
  } catch (error) {
    const sentence = explainFault(error, configuration.dataFolder)
    throw sentence === null ? error : new Error(sentence, { cause: error })
  }
}

async function begin(configuration: Configuration): Promise<void> {
  authSecret(configuration.dataFolder)
  const db = database()
  const trouble = await mendRecord(db)
  if (trouble !== null) console.warn(trouble)
  const link = makeReady(db, configuration, new Date())
  if (configuration.mode === 'practice') await seedPractice(db)
  const removed = await blobs().sweepIncoming(ABANDONED_MS, new Date())
  if (removed > 0)
    console.info(`Removed what was left of ${removed === 1 ? 'an upload' : `${removed} uploads`} that never ended.`)
  endOnSignals()
  await startSupervisor()
  if (link !== null) console.info(`First Operator: ${ownAddress(configuration)}/join/${link.token}`)
}

// Next puts the port it listens on into PORT before this runs.
const ownAddress = ({ origin }: Configuration): string =>
  origin?.origin ?? `http://127.0.0.1:${process.env.PORT ?? '3000'}`
