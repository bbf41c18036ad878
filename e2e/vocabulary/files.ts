import { createHash, randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream, readFileSync } from 'node:fs'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'

/** A file as a browser is given it. */
export type ChosenFile = { name: string; mimeType: string; buffer: Buffer }

export const aFile = (name: string, content: string | Uint8Array, mimeType = 'text/plain'): ChosenFile => ({
  ...{ name, mimeType },
  buffer: Buffer.from(content),
})

export const fixture = (name: string): Buffer => readFileSync(join('e2e/fixtures', name))

/** A results.json of a red run of mumble; what is different replaces its fields. */
export function resultsOf(different: { [field: string]: unknown } = {}): ChosenFile {
  const stage = (name: string, status: string) => ({
    name,
    status,
    tests: [{ name: `test_${name}.py`, status, ms: 5 }],
  })
  const file = {
    ...{ schema: 2, recipe: 'mumble', version: '1.0.0+v1.6.870-0', pr: null, ref: null, run_id: 'r-1' },
    ...{ finished: Date.parse('2026-06-17T23:39:00Z') / 1000, level: 1, rungs: {}, results: {} },
    stages: [stage('install', 'pass'), stage('upgrade', 'pass'), stage('custom', 'fail')],
    flags: { clean_teardown: true, no_secret_leak: true },
    ...different,
  }
  return aFile('results.json', JSON.stringify(file, null, 2), 'application/json')
}

/** A log of about this many bytes in a temporary folder, with its SHA-256 and its number of lines. */
export async function writeLargeLog(bytes: number) {
  const folder = await mkdtemp(join(tmpdir(), 'gatehouse-log-'))
  const path = join(folder, 'large.log')
  const noise = randomBytes(48).toString('base64')
  let size = 0
  let lines = 0
  async function* chunks() {
    while (size < bytes) {
      let chunk = ''
      for (let i = 0; i < 8_000; i++) chunk += `2026-06-17T23:30:00Z line ${++lines} ${noise}\n`
      size += chunk.length
      yield chunk
    }
  }
  await pipeline(chunks, createWriteStream(path))
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return { path, size, lines, sha256: hash.digest('hex'), remove: () => rm(folder, { recursive: true }) }
}

/** Names and sizes of what lies in the store of files, `incoming/` apart. */
export async function keptIn({ dataFolder }: { dataFolder: string }) {
  const blobs = join(dataFolder, 'blobs')
  const names = await readdir(blobs, { recursive: true }).catch(() => [])
  const files: { name: string; size: number }[] = []
  for (const name of names) {
    const found = await stat(join(blobs, name))
    if (found.isFile()) files.push({ name, size: found.size })
  }
  const isIncoming = ({ name }: { name: string }) => name.startsWith('incoming')
  return { incoming: files.filter(isIncoming), kept: files.filter((file) => !isIncoming(file)) }
}
