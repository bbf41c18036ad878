import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Acknowledgement, acknowledgementsIn } from './acknowledgements.ts'

const FOLDER = 'db/testing/crash'
const started = new Set<ChildProcess>()
const cache = mkdtempSync(join(tmpdir(), 'gatehouse-compiled-'))

/** How to run one of the scripts here as a process of its own, quickly: what was compiled once is kept for the next. */
export const scriptToRun = (script: string, given: readonly string[]) => ({
  args: ['--import', `./${FOLDER}/quick-start.ts`, `${FOLDER}/${script}`, ...given],
  env: { ...process.env, NODE_COMPILE_CACHE: cache },
})

export type Writer = {
  /** Resolves when it is about to open the file, and when it has. Both reject when it ends by itself. */
  opening: Promise<void>
  opened: Promise<void>
  /** Resolves when it says something more, as soon as this process can know. */
  speaks: () => Promise<void>
  /** How far it had come, as far as this process has read. */
  stage: () => 'starting' | 'opening' | 'opened'
  /** What it has promised so far, as far as this process has read. */
  acknowledged: () => Acknowledgement[]
  /** SIGKILL. Resolves when it is gone and everything it ever said was read; rejects when it had ended by itself. */
  kill: () => Promise<void>
}

/** A process that writes to this file in this person's name until it is killed. */
export function startWriter(file: string, who: string): Writer {
  const { args, env } = scriptToRun('keep-writing.ts', [file, who])
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] })
  started.add(child)
  let said = ''
  const gone = new Promise<void>((resolve, reject) => {
    child.once('close', (code, signal) => {
      started.delete(child)
      if (signal === 'SIGKILL') resolve()
      else reject(new Error(`A writer ended by itself (${code}), having said: ${said}`))
    })
  })
  // Whoever waits hears of it; that nobody is waiting just now is no fault.
  gone.catch(() => {})
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  const heard = (word: string): Promise<void> =>
    Promise.race([
      gone,
      new Promise<void>((resolve) => child.stdout.on('data', () => said.includes(`${word}\n`) && resolve())),
    ])
  const opening = heard('opening')
  const opened = heard('opened')
  for (const unawaited of [opening, opened]) unawaited.catch(() => {})
  return {
    opening,
    opened,
    speaks: () => Promise.race([gone, new Promise<void>((resolve) => child.stdout.once('data', () => resolve()))]),
    stage: () => (said.includes('opened\n') ? 'opened' : said.includes('opening\n') ? 'opening' : 'starting'),
    acknowledged: () => acknowledgementsIn(said),
    kill: () => {
      child.kill('SIGKILL')
      return gone
    },
  }
}

/** For `afterAll`. */
export function endWriters(): void {
  for (const child of started) child.kill('SIGKILL')
  rmSync(cache, { recursive: true, force: true })
}
