import { execFileSync } from 'node:child_process'
import { startServer } from '#e2e/server/start-server.ts'
import { enterAsAdversary } from '#e2e/vocabulary/enter-by-http.ts'
import { sendRaw } from '#e2e/vocabulary/raw-request.ts'
import { runWithGrowingLog, runWithLog, someLines } from '#e2e/vocabulary/run-logs.ts'
import { inRecordOf, openRedfix } from '#e2e/vocabulary/scenario.ts'
import type { Row } from './row.ts'
import { percentile, type Times } from './times.ts'

const LINES = 3_000_000
const LINES_AT_ONCE = 10_000
const JUMPS = 60
const FIRST_MS = 1_000
const JUMP_MS = 300
/** In no line, so that all of the log is looked through. */
const NOWHERE = 'nowhere to be found'

/** The run's page with a log of 200 MB, over HTTP to the last byte: when nobody has opened it yet, and wherever one jumps to. */
export async function measureLogs(): Promise<Row[]> {
  const server = await startServer('empty')
  try {
    inRecordOf(server, openRedfix)
    const cookie = await enterAsAdversary(server)
    const open = (path: string) => timeOf(`${server.address}${path}`, cookie)
    const small = await runWithLog(server, [someLines(200)])
    const sealed = await runWithLog(server, largeLog())
    const growing = await runWithGrowingLog(server)
    for (const chunk of largeLog()) await growing.append(chunk)
    // What every page needs once, and what a log as small as can be takes.
    const plain: Times = []
    for (let nth = 0; nth < JUMPS; nth++) plain.push(await open(`/runs/${small}`))

    const first = await open(`/runs/${sealed}`)
    const firstGrowing = await open(`/runs/${growing.run}`)
    const jumps: Times = []
    for (let nth = 0; nth < JUMPS; nth++) {
      const line = 1 + ((nth * 1_234_567) % LINES)
      jumps.push(await open(`/runs/${nth % 2 === 0 ? sealed : growing.run}?lines=${line}`))
    }
    const search = await open(`/runs/${sealed}?find=${encodeURIComponent(NOWHERE)}`)
    const began = performance.now()
    grep(growing.file)
    const grepped = performance.now() - began

    const row = (what: string, measured: number, bound: number | null): Row => ({
      ...{ what: `log of 200 MB: ${what}`, unit: 'ms', measured, bound },
      ...{ baseline: percentile(plain, 95), against: 'log of 200 lines, p95' },
    })
    return [
      row('opened first, sealed', first, FIRST_MS),
      row('opened first, growing', firstGrowing, FIRST_MS),
      row('a jump, p95', percentile(jumps, 95), JUMP_MS),
      { ...row('searched first', search, null), baseline: grepped, against: 'grep -ic' },
    ]
  } finally {
    await server.stop()
  }
}

function* largeLog(): Generator<string> {
  for (let from = 1; from <= LINES; from += LINES_AT_ONCE)
    yield Array.from({ length: LINES_AT_ONCE }, (_, nth) => line(from + nth)).join('')
}
const line = (nth: number) =>
  `2026-06-18T00:${String(nth).padStart(10, '0')}Z converged after 206 s, all services are up\n`

async function timeOf(address: string, cookie: string): Promise<number> {
  const began = performance.now()
  const answer = await sendRaw(address, { method: 'GET', headers: { Cookie: cookie, 'Accept-Encoding': 'gzip' } })
  if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}.`)
  return performance.now() - began
}

/** It ends with 1 where nothing is found. */
function grep(file: string): void {
  try {
    execFileSync('grep', ['-ic', NOWHERE, file])
  } catch {}
}
