import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { scriptToRun } from '../writer.ts'
import { parseTrace, type Step, TRACED } from './parse-trace.ts'

/** More than SQLite ever writes at once. */
const LONGEST_WRITE = 1_000_000

/** The steps of one writer's life, and the files it left when it ended itself by SIGKILL. */
export type Traced = { steps: Step[]; left: Map<string, Buffer> }

/** Why nothing can be traced on this machine, as a sentence; null when it can. */
export function whyNothingIsTraced(): string | null {
  const { status, stderr, error } = spawnSync('strace', ['-o', '/dev/null', process.execPath, '-e', '0'])
  if (error) return 'strace is not installed (on Debian and Ubuntu: apt-get install strace).'
  return status === 0 ? null : `strace may not trace here: ${stderr.toString().trim().split('\n')[0]}`
}

/** Runs a writer of so many events, with no file there yet, and records its calls. It is one thread that SQLite and Node write in. */
export function traceWriter(events: number, synchronous: 'FULL' | 'NORMAL'): Traced {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-traced-'))
  try {
    const trace = join(folder, 'trace')
    const home = join(folder, 'data')
    mkdirSync(home)
    const { args, env } = scriptToRun('write-and-end.ts', [join(home, 'gatehouse.sqlite'), String(events), synchronous])
    const options = [
      '-y',
      '-xx',
      '-s',
      String(LONGEST_WRITE),
      '-e',
      `trace=${TRACED}`,
      '-e',
      'signal=none',
      '-o',
      trace,
    ]
    const { signal, stderr } = spawnSync('strace', [...options, process.execPath, ...args], { env })
    if (signal !== 'SIGKILL') throw new Error(`The traced writer did not come to its end: ${stderr}`)
    const left = new Map(readdirSync(home).map((name) => [name, readFileSync(join(home, name))]))
    return { steps: parseTrace(readFileSync(trace, 'latin1'), home).filter(isDurable), left }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The index of the log in shared memory is made anew by whoever opens the file first: what is left of it does not matter. */
const isDurable = (step: Step): boolean => step.call === 'say' || !step.name.endsWith('-shm')
