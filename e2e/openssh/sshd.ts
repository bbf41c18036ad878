import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { SSHD } from './why-not-here.ts'

const ROLES = ['builder', 'adversary', 'operator'] as const

/** Debian's sshd with a configuration, a port and keys of its own; the key of a role may run one command, `plain` any. */
export class Sshd {
  readonly port: number
  readonly folder: string
  #process: ChildProcess | null = null
  #hostKey = 'host-key'

  private constructor(folder: string, port: number) {
    this.folder = folder
    this.port = port
  }

  /** `commandFor`: the forced command of a role. Not started yet. */
  static async make(folder: string, commandFor: (role: string) => string): Promise<Sshd> {
    mkdirSync('/run/sshd', { recursive: true })
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    for (const name of ['host-key', 'other-host-key', 'plain', ...ROLES])
      execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', name, '-f', join(folder, name)])
    const publicKey = (name: string) => `${readFileSync(join(folder, `${name}.pub`), 'utf8').trim()}\n`
    const lines = ROLES.map((role) => `command="${commandFor(role)}",restrict ${publicKey(role)}`)
    writeFileSync(join(folder, 'authorized_keys'), [...lines, publicKey('plain')].join(''), { mode: 0o600 })
    return new Sshd(folder, await freePort())
  }

  get keys(): { builder: string; adversary: string } {
    return { builder: join(this.folder, 'builder'), adversary: join(this.folder, 'adversary') }
  }

  /** Of the key that it shows, as OpenSSH prints it. */
  get fingerprint(): string {
    const [, blob = ''] = readFileSync(join(this.folder, `${this.#hostKey}.pub`), 'utf8').split(' ')
    const digest = createHash('sha256').update(Buffer.from(blob, 'base64')).digest('base64')
    return `SHA256:${digest.replace(/=+$/, '')}`
  }

  async start(hostKey: 'host-key' | 'other-host-key' = 'host-key'): Promise<void> {
    this.#hostKey = hostKey
    const config = join(this.folder, 'sshd_config')
    writeFileSync(config, this.#configuration())
    this.#process = spawn(SSHD, ['-D', '-f', config, '-E', join(this.folder, 'sshd.log')], { stdio: 'ignore' })
    for (let tries = 0; !(await answers(this.port)); tries += 1) {
      if (tries > 100) throw new Error(`sshd did not start: ${readFileSync(join(this.folder, 'sshd.log'), 'utf8')}`)
      await setTimeout(50)
    }
  }

  /** The listener and every session. */
  async stop(): Promise<void> {
    const sessions = this.sessions()
    const listener = this.#process
    this.#process = null
    if (listener === null) return
    const gone = new Promise((resolve) => listener.once('exit', resolve))
    listener.kill('SIGKILL')
    for (const pid of sessions) kill(pid, 'SIGKILL')
    await gone
  }

  /** Cuts every connection that stands: the sshd child of each is killed. Answers how many. */
  cut(signal: NodeJS.Signals = 'SIGKILL'): number {
    const sessions = this.sessions()
    for (const pid of sessions) kill(pid, signal)
    return sessions.length
  }

  /** The sshd processes behind the connections that stand. */
  sessions(): number[] {
    const children = new Map<number, number[]>()
    for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
      const { parent, command } = whatIs(Number(name))
      if (command === 'sshd' || command === 'sshd-session' || command === 'sshd-auth')
        children.set(parent, [...(children.get(parent) ?? []), Number(name)])
    }
    const below = (pid: number): number[] => (children.get(pid) ?? []).flatMap((child) => [child, ...below(child)])
    return this.#process?.pid === undefined ? [] : below(this.#process.pid)
  }

  #configuration(): string {
    return [
      `Port ${this.port}`,
      'ListenAddress 127.0.0.1',
      `HostKey ${join(this.folder, this.#hostKey)}`,
      `AuthorizedKeysFile ${join(this.folder, 'authorized_keys')}`,
      `PidFile ${join(this.folder, 'sshd.pid')}`,
      'PermitRootLogin prohibit-password',
      'PasswordAuthentication no',
      'KbdInteractiveAuthentication no',
      'StrictModes no',
      'UsePAM no',
      'UseDNS no',
      'MaxStartups 100',
      'LogLevel VERBOSE',
      '',
    ].join('\n')
  }
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It ended in this moment.
  }
}

function whatIs(pid: number): { parent: number; command: string } {
  try {
    const [, command = '', parent] = /^\d+ \((.*)\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? []
    return { parent: Number(parent), command }
  } catch {
    return { parent: 0, command: '' }
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy()
      resolve(true)
    })
    socket.on('error', () => resolve(false))
  })
