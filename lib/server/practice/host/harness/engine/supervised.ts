import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { argumentsOf, environmentOf, type Folders } from './processes.ts'
import type { Service, Stack } from './stack.ts'

const RESTART_MS = 400
/** After that many ends in a row nobody hopes any more. */
const LOOP = 4

/** A service with the restart policy of a swarm: what ends is started again, as long as the harness lives. */
export class Supervised {
  private ends = 0
  private wanted = true
  private child: ChildProcess | null = null
  private readonly folder: string
  private readonly launch: () => ChildProcess

  constructor(folder: string, stack: Stack, service: Service, folders: Folders) {
    this.folder = folder
    this.launch = () => {
      const log = openSync(join(folder, 'log'), 'a')
      const args = [...argumentsOf(stack, service, folders, service.command ?? 'main'), folder]
      const env = environmentOf(folder, stack, service, folders)
      const child = spawn(process.execPath, args, {
        env,
        stdio: ['ignore', log, log],
        detached: stack.kept,
        cwd: folders.root,
      })
      closeSync(log)
      return child
    }
    this.begin()
  }

  private begin(): void {
    const child = this.launch()
    this.child = child
    if (child.pid !== undefined) writeFileSync(join(this.folder, 'pid'), `${child.pid}\n`)
    child.on('error', () => {})
    child.on('exit', () => {
      this.ends += 1
      if (this.wanted) setTimeout(() => this.wanted && this.begin(), RESTART_MS)
    })
  }

  giveUp(): void {
    this.wanted = false
  }

  letGo(): void {
    this.wanted = false
    this.child?.unref()
  }

  /** Null, or how often it ended and what it said last. */
  crashLoop(): string | null {
    if (this.ends < LOOP) return null
    const last = readFileSync(join(this.folder, 'log'), 'utf8').trim().split('\n').at(-1) ?? ''
    return `ended ${this.ends} times, its last words: ${last}`
  }
}
