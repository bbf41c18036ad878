import { spawn } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { must } from '#db/testing/must.ts'
import type { Probe } from '#lib/swarm/protocol/probe.ts'
import { readProbe } from '#lib/swarm/protocol/read-probe.ts'
import { readRunStatus } from '#lib/swarm/protocol/read-run-status.ts'
import type { HostRunStatus } from '#lib/swarm/protocol/run-status.ts'
import { writeStart } from '#lib/swarm/protocol/start.ts'
import type { RunProfile } from '#lib/swarm/words.ts'
import type { Docker } from './docker.ts'
import { hostLines } from './host-lines.ts'
import { makeRecipe, SIBLING, type State } from './recipe.ts'

const SCRIPT = resolve('lib/swarm/host/gatehouse-host')

/** The real host script beside a real swarm, asked as its forced command is. */
export class SwarmHost {
  readonly folder: string
  readonly commits: Record<State, string>
  #runs = 0

  constructor(docker: Docker) {
    this.folder = mkdtempSync(join(tmpdir(), 'gatehouse-swarm-host-'))
    mkdirSync(join(this.folder, 'state/runs'), { recursive: true })
    copyFileSync(SCRIPT, join(this.folder, 'gatehouse-host'))
    this.commits = makeRecipe(join(this.folder, 'recipe'))
    writeFileSync(join(this.folder, 'siblings.yml'), SIBLING)
    const lines = hostLines(docker, `greeter=${this.folder}/recipe`, join(this.folder, 'siblings.yml'))
    writeFileSync(join(this.folder, 'host.conf'), `HOST_NAME=swarm\n${lines}STATE_DIR=${this.folder}/state\n`)
  }

  ask(request: string, input = ''): Promise<string> {
    const command = [join(this.folder, 'gatehouse-host'), 'adversary', join(this.folder, 'host.conf')]
    const env = { ...process.env, SSH_ORIGINAL_COMMAND: request }
    const asked = spawn('sh', command, { env, stdio: ['pipe', 'pipe', 'pipe'] })
    const said = { out: '', err: '' }
    asked.stdout.setEncoding('utf8').on('data', (text: string) => {
      said.out += text
    })
    asked.stderr.setEncoding('utf8').on('data', (text: string) => {
      said.err += text
    })
    asked.stdin.end(input)
    return new Promise((done, failed) => {
      asked.once('close', (code) =>
        code === 0 ? done(said.out) : failed(new Error(`${request}: ${code} ${said.err}`)),
      )
    })
  }

  probe = async (): Promise<Probe> => must(readProbe(await this.ask('probe')))

  /** Answers the run's id. */
  async start(state: State, profile: RunProfile = 'alone'): Promise<string> {
    this.#runs += 1
    const run = `g${this.#runs}-0badcafe`
    const nothing = { harnessCommit: null, pullRequest: null, promote: null, deadlineMs: null }
    await this.ask(
      `start ${run}`,
      writeStart({ ...nothing, recipe: 'greeter', recipeCommit: this.commits[state], profile }),
    )
    return run
  }

  status = async (run: string): Promise<HostRunStatus> => must(readRunStatus(await this.ask(`status ${run}`)))

  log = (run: string): string => readFileSync(join(this.folder, 'state/runs', run, 'log'), 'utf8')

  async untilSaid(run: string, words: string): Promise<void> {
    for (let tries = 0; !this.log(run).includes(words); tries += 1) {
      if (tries > 300) throw new Error(`It was not said: ${words}\n${this.log(run)}`)
      await setTimeout(100)
    }
  }

  /** The run with everything that was kept of it, once it is over. */
  async untilOver(run: string) {
    const log = await this.ask(`tail ${run} 0`)
    const [before, after] = await Promise.all([this.#kept(run, 'before'), this.#kept(run, 'after')])
    return { run, log, status: await this.status(run), before, after }
  }

  carryOut = async (state: State, profile?: RunProfile) => this.untilOver(await this.start(state, profile))

  results = async (run: string): Promise<unknown> => JSON.parse(await this.ask(`artifact ${run} results.json`))

  close(): void {
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 })
  }

  #kept = async (run: string, name: 'before' | 'after'): Promise<Probe> =>
    must(readProbe(await this.ask(`artifact ${run} ${name}`)))
}
