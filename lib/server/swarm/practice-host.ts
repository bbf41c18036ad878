import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { hasOwnHost } from '#db/swarm/list-hosts.ts'
import { ensurePracticeHost } from '#db/swarm/supervise.ts'
import { readConfiguration } from '../configuration.ts'
import { database } from '../database.ts'
import { type PracticeHost, startPracticeHost } from '../practice/host/start-practice-host.ts'
import { onShutdown } from '../shutdown.ts'
import { PRACTICE_FILE, PRACTICE_FOLDER } from './practice-connection.ts'

const NAME = 'practice'
const DEADLINE_MS = 10 * 60_000

/** In practice mode, while nobody has configured a host: Gatehouse is its own. Only the process that supervises serves it. Never throws. */
export async function servePracticeHost(): Promise<void> {
  const { mode, dataFolder, practiceHost } = readConfiguration()
  try {
    if (mode !== 'practice' || practiceHost === 'none' || hasOwnHost(database())) return
    const folder = join(/* turbopackIgnore: true */ dataFolder, PRACTICE_FOLDER)
    const host = await startPracticeHost({ folder, engine: practiceHost })
    onShutdown(() => void host.close())
    tellOthers(folder, host)
    const { address, port, user, keys, hostKeyFingerprint } = host
    const settings = { host: NAME, kind: 'practice', alias: null, deadlineMs: DEADLINE_MS } as const
    const { builder, adversary } = keys
    ensurePracticeHost(
      database(),
      { ...settings, address, port, user, keys: { builder, adversary } },
      hostKeyFingerprint,
      new Date(),
    )
  } catch (error) {
    console.warn(`There is no practice host: ${error instanceof Error ? error.message : 'it did not start.'}`)
  }
}

/** Its port is another one at each start. */
function tellOthers(folder: string, { address, port, user, keys }: PracticeHost): void {
  mkdirSync(/* turbopackIgnore: true */ folder, { recursive: true })
  const file = join(/* turbopackIgnore: true */ folder, PRACTICE_FILE)
  const { builder, adversary } = keys
  writeFileSync(`${file}.part`, JSON.stringify({ address, port, user, keys: { builder, adversary } }))
  renameSync(`${file}.part`, file)
}
