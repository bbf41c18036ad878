import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { layOutBusybox } from './image.ts'
import { OWN_NAMESPACES } from './why-not-here.ts'

export const BUSYBOX = 'gatehouse/busybox:1'
const START_MS = 30_000
const CGROUPS = '/sys/fs/cgroup'

/**
 * Runs until its standard input is closed. As it is the first process of its namespace, everything in there ends with it, and as the kernel
 * closes the pipe of a starter that is killed, nothing outlives that either.
 */
const UNTIL_CLOSED = 'busybox ip link set lo up; dockerd "$@" & read -r _'

/**
 * A single-node Docker Swarm of its own: data, socket, network, mounts, processes and control groups are apart from whatever else runs on the
 * machine. The kernel may lack IPVS, so services need `endpoint_mode: dnsrr`.
 */
export class Docker {
  readonly folder: string
  readonly #init: ChildProcess

  private constructor(folder: string, init: ChildProcess) {
    this.folder = folder
    this.#init = init
  }

  /** With a swarm of one node and the image BUSYBOX. */
  static async start(): Promise<Docker> {
    const folder = mkdtempSync(join(tmpdir(), 'gatehouse-docker-'))
    const log = openSync(join(folder, 'log'), 'a')
    const at = (name: string): string => join(folder, name)
    writeFileSync(at('daemon.json'), '{}')
    const init = spawn(
      'unshare',
      [
        ...OWN_NAMESPACES,
        ...['sh', '-c', UNTIL_CLOSED, 'sh', '-H', `unix://${at('socket')}`, '--pidfile', at('pid')],
        ...['--data-root', at('data'), '--exec-root', at('exec'), '--config-file', at('daemon.json')],
        ...['--bridge=none', '--iptables=false', '--ip-masq=false'],
        ...['--exec-opt', 'native.cgroupdriver=cgroupfs', `--cgroup-parent=/${basename(folder)}`],
      ],
      { stdio: ['pipe', log, log] },
    )
    closeSync(log)
    const docker = new Docker(folder, init)
    try {
      await docker.#untilItAnswers()
      docker.run('swarm', 'init', '--advertise-addr', '127.0.0.1')
      docker.#importBusybox()
    } catch (error) {
      await docker.close()
      throw error
    }
    return docker
  }

  get address(): string {
    return `unix://${join(this.folder, 'socket')}`
  }

  /** Answers what the command printed. Throws what it said instead. */
  run(...words: readonly string[]): string {
    return this.#runWith('', words)
  }

  lines = (...words: readonly string[]): string[] =>
    this.run(...words)
      .split('\n')
      .filter((line) => line !== '')

  stacks = (): string[] => this.lines('stack', 'ls', '--format', '{{.Name}}')

  volumes = (): string[] => this.lines('volume', 'ls', '--format', '{{.Name}}')

  /** As somebody by hand does; once more where the network of a stack of that name was just going. */
  deploy(stack: string, compose: string): void {
    const words = ['stack', 'deploy', '--resolve-image', 'never', '-c', '-', stack]
    try {
      this.#runWith(compose, words)
    } catch (error) {
      if (!(error instanceof Error && /network \S+ not found/.test(error.message))) throw error
      this.#runWith(compose, words)
    }
  }

  isUp = (service: string): boolean =>
    this.lines('service', 'ls', '--format', '{{.Name}} {{.Replicas}}').includes(`${service} 1/1`)

  /** A network cannot go while a task that was just scheduled still holds it: then the stack is removed once more. */
  async removeStack(stack: string): Promise<void> {
    await this.#untilDone('stack', 'rm', stack)
  }

  /** Takes away what stands there, whoever deployed it. Volumes go some seconds after the last container that held them. */
  async clear(): Promise<void> {
    for (const stack of this.stacks()) await this.removeStack(stack)
    for (const volume of this.volumes()) await this.#untilDone('volume', 'rm', volume)
  }

  async close(): Promise<void> {
    if (this.#init.exitCode === null && this.#init.signalCode === null) {
      const gone = new Promise((resolve) => this.#init.once('exit', resolve))
      this.#init.stdin?.end()
      await gone
    }
    removeControlGroups(basename(this.folder))
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 })
  }

  #tries = (...words: readonly string[]): boolean =>
    spawnSync('docker', ['-H', this.address, ...words], { stdio: 'ignore' }).status === 0

  async #untilDone(...words: readonly string[]): Promise<void> {
    for (let tries = 0; !this.#tries(...words); tries += 1) {
      if (tries > 200) throw new Error(`It cannot be done: docker ${words.join(' ')}.`)
      await setTimeout(100)
    }
  }

  #runWith(input: string, words: readonly string[]): string {
    return execFileSync('docker', ['-H', this.address, ...words], {
      encoding: 'utf8',
      input,
      timeout: 60_000,
      stdio: 'pipe',
    })
  }

  async #untilItAnswers(): Promise<void> {
    const until = Date.now() + START_MS
    while (!this.#tries('version')) {
      if (Date.now() > until || this.#init.exitCode !== null)
        throw new Error(`dockerd did not start: ${readFileSync(join(this.folder, 'log'), 'utf8').slice(-2_000)}`)
      await setTimeout(100)
    }
  }

  #importBusybox(): void {
    const root = join(this.folder, 'root')
    mkdirSync(root)
    layOutBusybox(root)
    const input = execFileSync('tar', ['-C', root, '-c', '.'], { maxBuffer: 256 * 2 ** 20 })
    execFileSync('docker', ['-H', this.address, 'import', '-', BUSYBOX], { input, stdio: 'pipe' })
  }
}

/** In one hierarchy, or in each of several. A group goes once nothing is in it. */
function removeControlGroups(name: string): void {
  const remove = (group: string): void => {
    for (const entry of foldersIn(group)) remove(join(group, entry))
    try {
      rmdirSync(group)
    } catch {
      // It is not there.
    }
  }
  for (const hierarchy of ['', ...foldersIn(CGROUPS)]) remove(join(CGROUPS, hierarchy, name))
}

function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
  } catch {
    return []
  }
}
