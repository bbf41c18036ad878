import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import { join } from 'node:path'
import ensureBuilt from '#e2e/server/ensure-built.ts'
import { ensureLedger } from './ledger/ensure-ledger.ts'
import { measureAppend } from './measure-append.ts'
import { measureLogs } from './measure-logs.ts'
import { measurePages } from './measure-pages.ts'
import { measureRuns } from './measure-runs.ts'
import { measureScripts } from './measure-scripts.ts'
import { measureVerify } from './measure-verify.ts'
import { measureWatchers } from './measure-watchers.ts'
import { isOver, printTable, type Row } from './row.ts'

// npm run bench: each figure beside its bound and beside a baseline of the same run. No test: it fails only where nothing could be measured.

ensureBuilt()
const ledger = ensureLedger()
// Not in the system's folder for temporary files, which may lie in memory, where a commit costs nothing.
const folder = mkdtempSync('node_modules/.cache/gatehouse/bench-')

function aCopy(name: string): string {
  const file = join(folder, name)
  copyFileSync(ledger, file)
  return file
}

const MEASUREMENTS: { [what: string]: () => Row[] | Promise<Row[]> } = {
  'appending to the ledger': () => measureAppend(aCopy('append.sqlite'), join(folder, 'plain.sqlite')),
  'verifying the ledger': () => measureVerify(aCopy('verify.sqlite')),
  pages: () => measurePages(ledger),
  'a log of 200 MB': () => measureLogs(),
  'watchers of a live log': () => measureWatchers(),
  'client JavaScript': () => measureScripts(),
  'runs over OpenSSH': () => measureRuns(),
}

// `npm run bench -- runs`: only those in whose name the words are.
const asked = process.argv.slice(2).join(' ')
const rows: Row[] = []
const missing: string[] = []
try {
  for (const [what, measure] of Object.entries(MEASUREMENTS)) {
    if (!what.includes(asked)) continue
    console.info(`Measuring ${what} …`)
    try {
      rows.push(...(await measure()))
    } catch (error) {
      console.error(`${what} could not be measured:`, error)
      process.exitCode = 1
      missing.push(what)
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
const over = rows.filter(isOver).length
// Whoever else works on the machine is in every figure; the baselines, taken in the same minutes, say how much.
const busy = `${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)} at the end`
console.info(`\n${printTable(rows)}\n`)
const verdict = over === 0 ? 'Every bound holds' : `${over} of ${rows.length} rows are over their bound`
const unmeasured = missing.length === 0 ? '' : `; NOT MEASURED: ${missing.join(', ')}`
console.info(`${verdict}${unmeasured}; ${busy}.`)
