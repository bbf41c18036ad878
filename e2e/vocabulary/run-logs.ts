import { appendFile, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { nextRunNumber } from '#db/ledger/next-run-number.ts'
import { attachRun } from '#db/runs/attach-run.ts'
import { typedRun } from '#db/testing/evidence.ts'
import { must } from '#db/testing/must.ts'
import type { Server } from '#e2e/server/start-server.ts'
import { createBlobStore } from '#lib/server/blobs/blob-store.ts'
import { asPracticeBuilder, inRecordOf } from './scenario.ts'

type Held = Pick<Server, 'dataFolder'>

/** A run of mumble with this sealed log; answers its number. */
export async function runWithLog(server: Held, log: Iterable<string | Buffer>): Promise<number> {
  const kept = await createBlobStore(join(server.dataFolder, 'blobs')).receive(
    Readable.from(log).map((chunk) => Buffer.from(chunk)),
    { maxBytes: 2 ** 31 },
  )
  if (!kept.ok) throw new Error(kept.refusal.sentence)
  return attachMumble(server, { name: 'mumble.log', sha256: kept.value.digest, size: kept.value.size })
}

/** A log that is being written: what the supervisor does, by hand. */
export type GrowingLog = {
  run: number
  file: string
  append: (text: string | Buffer) => Promise<void>
  end: () => Promise<void>
}

/** A run of mumble whose log is not sealed and grows in its spool. */
export async function runWithGrowingLog(server: Held, begun = ''): Promise<GrowingLog> {
  const run = attachMumble(server, null)
  const folder = join(server.dataFolder, 'runs', String(run))
  const file = join(folder, 'log')
  await mkdir(folder, { recursive: true })
  await writeFile(file, begun)
  return {
    run,
    file,
    append: (text) => appendFile(file, text),
    end: () => writeFile(join(folder, 'ended'), ''),
  }
}

const attachMumble = (server: Held, log: { name: string; sha256: string; size: number } | null): number =>
  inRecordOf(server, (db) => {
    const number = nextRunNumber(db)
    must(attachRun(db, asPracticeBuilder({ ...typedRun('mumble', {}, number), files: { results: null, log } })))
    return number
  })

/** Numbered lines, the parts of a run among them. */
export const someLines = (count: number, from = 1): string =>
  Array.from({ length: count }, (_, nth) => {
    const line = from + nth
    return line % 500 === 100
      ? `===== TIER ${TIERS[Math.floor(line / 500) % TIERS.length]} =====\n`
      : `line ${line} of the run\n`
  }).join('')

const TIERS = ['install', 'upgrade', 'backup', 'restore', 'custom']
