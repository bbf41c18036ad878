import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { appendFileSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Behaviour } from './behaviours.ts'
import { git, hostFile, makeHarness, makeRecipe } from './host-folder.ts'
import { killAll, processesWhere } from './processes.ts'
import { Sshd } from './sshd.ts'

const SCRIPT = 'lib/swarm/host/gatehouse-host'

/** A host of its own: OpenSSH, the real script, a recipe with a commit per behaviour, a harness in sh. */
export class SshHost {
  readonly folder: string
  readonly sshd: Sshd
  readonly #commits: Map<string, string>

  private constructor(folder: string, sshd: Sshd, commits: Map<string, string>) {
    this.folder = folder
    this.sshd = sshd
    this.#commits = commits
  }

  static async start(): Promise<SshHost> {
    const folder = mkdtempSync(join(tmpdir(), 'gatehouse-host-'))
    mkdirSync(join(folder, 'state/runs'), { recursive: true })
    mkdirSync(join(folder, 'runs'))
    const commits = makeRecipe(join(folder, 'recipe'))
    makeHarness(join(folder, 'harness'))
    writeFileSync(join(folder, 'host.conf'), hostFile(folder))
    writeFileSync(join(folder, 'vars'), '')
    copyFileSync(SCRIPT, join(folder, 'gatehouse-host'))
    const sshd = await Sshd.make(
      join(folder, 'sshd'),
      (role) => `sh ${join(folder, 'gatehouse-host')} ${role} ${join(folder, 'host.conf')}`,
    )
    const host = new SshHost(folder, sshd, commits)
    host.setBoot()
    await sshd.start()
    return host
  }

  commit(behaviour: Behaviour): string {
    const commit = this.#commits.get(behaviour)
    if (commit === undefined) throw new Error(`No commit behaves like ${behaviour}.`)
    return commit
  }

  /** Settings of the host file from now on: `LOG_CAP_BYTES=100000`. */
  set(vars: { [name: string]: string | number }): void {
    const lines = Object.entries(vars).map(([name, value]) => `${name}='${value}'\n`)
    writeFileSync(join(this.folder, 'vars'), lines.join(''))
  }

  setBoot(): void {
    writeFileSync(join(this.folder, 'boot-id'), `${randomUUID()}\n`)
  }

  /** Everything that ever ran here is killed at once, and the host comes up as another boot. */
  async reboot(): Promise<void> {
    await this.sshd.stop()
    killAll(() => this.processes())
    this.setBoot()
    await this.sshd.start()
  }

  /** Of runs, their keepers and followers: whatever names this host's folder. */
  processes(): number[] {
    const place = `${this.folder}/`
    return processesWhere((words, environment) => `${words}${environment}`.includes(place) && !words.startsWith('sshd'))
  }

  /** As another Gatehouse, or a person, would ask it. */
  async askByHand(request: string, input = '', key: 'builder' | 'adversary' = 'builder'): Promise<string> {
    const asking = promisify(execFile)('ssh', this.#sshWith(key, request))
    asking.child.stdin?.end(input)
    return (await asking).stdout
  }

  startByHand = (id: string, behaviour: Behaviour): Promise<string> =>
    this.askByHand(`start ${id}`, `recipe mumble\ncommit ${this.commit(behaviour)}\nprofile alone\nend\n`)

  /** What a run printed, as it lies on the host. */
  logOf(id: string): Buffer {
    return readFileSync(join(this.folder, 'state/runs', id, 'log'))
  }

  runFolder(id: string): string {
    return join(this.folder, 'state/runs', id)
  }

  /** The arguments of ssh for a command that no script looks at. */
  plainSsh = (command: string): string[] => this.#sshWith('plain', command)

  /** The harness over plain ssh, without any script around it. */
  async runPlainly(behaviour: Behaviour): Promise<void> {
    const checkout = join(this.folder, `plain-${behaviour}`)
    git(this.folder, 'clone', '-q', join(this.folder, 'recipe'), checkout)
    git(checkout, 'checkout', '-q', this.commit(behaviour))
    const harness = join(this.folder, 'harness')
    const command = `cd ${harness} && RECIPE=mumble RUN_ID=plain RECIPE_DIR=${checkout} RESULTS_DIR=${checkout}/results sh ./harness.sh`
    await promisify(execFile)('ssh', this.plainSsh(command))
  }

  #sshWith(key: string, request: string): string[] {
    const { folder, port } = this.sshd
    const options = ['-o', 'StrictHostKeyChecking=no', '-o', 'UserKnownHostsFile=/dev/null', '-o', 'LogLevel=ERROR']
    return [...options, '-i', join(folder, key), '-p', `${port}`, 'root@127.0.0.1', request]
  }

  /** As if the cap of the host did not hold. */
  growLog(id: string, bytes: number): void {
    appendFileSync(join(this.runFolder(id), 'log'), Buffer.alloc(bytes, 'x'))
  }

  /** The watcher of a run, which enforces deadline and cap, is killed. */
  stopWatching(id: string): void {
    process.kill(Number.parseInt(readFileSync(join(this.runFolder(id), 'watcher'), 'utf8'), 10), 'SIGKILL')
  }

  async close(): Promise<void> {
    await this.sshd.stop()
    killAll(() => this.processes())
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
