import { get } from 'node:http'
import { startServer } from '#e2e/server/start-server.ts'
import { enterAsAdversary } from '#e2e/vocabulary/enter-by-http.ts'
import { peakMemoryOf } from '#e2e/vocabulary/peak-memory.ts'
import { type GrowingLog, runWithGrowingLog } from '#e2e/vocabulary/run-logs.ts'
import { inRecordOf, openRedfix } from '#e2e/vocabulary/scenario.ts'
import type { Row } from './row.ts'
import { percentile, type Times } from './times.ts'

const WATCHERS = 200
const LINES = 200
const EVERY_MS = 25
const P99_MS = 250
const MEMORY_MIB = 350

/** From the write into the spool to the reader, over HTTP, as many watch as one: each line to each of them. */
export async function measureWatchers(): Promise<Row[]> {
  const server = await startServer('empty')
  try {
    inRecordOf(server, openRedfix)
    const cookie = await enterAsAdversary(server)
    const log = await runWithGrowingLog(server)
    const address = `${server.address}/api/runs/${log.run}/stream`
    const alone = await watch(log, address, cookie, 1)
    const before = peakMemoryOf(server) ?? 0
    const together = await watch(log, address, cookie, WATCHERS)
    const after = peakMemoryOf(server) ?? 0
    const many = `${WATCHERS} watchers of a live log`
    const one = { unit: 'ms', against: 'one watcher' } as const
    return [
      {
        ...one,
        what: `${many}: p99`,
        measured: percentile(together, 99),
        bound: P99_MS,
        baseline: percentile(alone, 99),
      },
      {
        ...one,
        what: `${many}: p50`,
        measured: percentile(together, 50),
        bound: null,
        baseline: percentile(alone, 50),
      },
      {
        what: `${many}: memory`,
        unit: 'MiB',
        measured: after,
        bound: MEMORY_MIB,
        baseline: before,
        against: 'with one',
      },
    ]
  } finally {
    await server.stop()
  }
}

/** How long each line took to each watcher. */
async function watch(log: GrowingLog, address: string, cookie: string, watchers: number): Promise<Times> {
  const times: Times = []
  const written = new Map<string, number>()
  const from = `?from=${Number.MAX_SAFE_INTEGER}`
  const listeners = await Promise.all(
    Array.from({ length: watchers }, () =>
      listen(`${address}${from}`, cookie, (line) => {
        const at = written.get(line)
        if (at !== undefined) times.push(performance.now() - at)
      }),
    ),
  )
  for (let nth = 0; nth < LINES; nth++) {
    const line = `line ${nth} of ${watchers}`
    written.set(line, performance.now())
    await log.append(`${line}\n`)
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS))
  }
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  for (const stop of listeners) stop()
  if (times.length !== watchers * LINES) throw new Error(`${times.length} of ${watchers * LINES} lines arrived.`)
  return times
}

/** Resolves once the stream has told the record's last event: then it follows the log too. */
function listen(address: string, cookie: string, heard: (line: string) => void): Promise<() => void> {
  return new Promise((resolve, reject) => {
    const request = get(address, { headers: { Cookie: cookie, Accept: 'text/event-stream' } }, (answer) => {
      let rest = ''
      answer.setEncoding('utf8').on('data', (text: string) => {
        const events = (rest + text).split('\n\n')
        rest = events.pop() ?? ''
        for (const event of events) {
          if (event.includes('event: seq')) setTimeout(() => resolve(() => request.destroy()), 200)
          for (const [, line = ''] of event.matchAll(/"text":"(line \d+ of \d+)"/g)) heard(line)
        }
      })
    })
    request.on('error', (error) => (request.destroyed ? undefined : reject(error)))
  })
}
