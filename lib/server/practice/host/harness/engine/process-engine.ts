import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import type { Duplex } from 'node:stream'
import type { Engine, Executed } from './engine.ts'
import { environmentOf, type Folders, isAlive, labelsOf, randomAddress, realPath, run } from './processes.ts'
import type { Service, Stack, Task } from './stack.ts'
import { Supervised } from './supervised.ts'

/** A service that ends right after its start must not pass for one that is up. */
const STAYS_UP_MS = 500
const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))
const names = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder).sort() : [])
const read = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8').trim() : '')

/**
 * Services as processes of this machine. Each has an address of its own in 127.0.0.0/8, as a container has one on an overlay, and may
 * write to its volumes only. Under `root`: stacks/<stack>/<service>/{pid,address,image,labels,…}, volumes/<stack>_<volume>,
 * net/<network>/<name>/<address>: the zone that the resolver of the programs reads.
 */
export class ProcessEngine implements Engine {
  private readonly folders: Folders
  private readonly supervised = new Map<string, Supervised>()

  constructor(folders: Folders) {
    this.folders = folders
  }

  private folder(stack: string, service: string): string {
    return join(this.folders.root, 'stacks', stack, service)
  }

  async prepare(): Promise<void> {}

  async deploy(stack: Stack): Promise<void> {
    const wanted = new Set(stack.services.map(({ name }) => name))
    for (const name of names(join(this.folders.root, 'stacks', stack.name)))
      if (!wanted.has(name)) await this.stop(stack.name, name)
    for (const service of stack.services) {
      const changed = read(join(this.folder(stack.name, service.name), 'spec')) !== JSON.stringify(service)
      if (!changed && isAlive(this.folder(stack.name, service.name))) continue
      await this.stop(stack.name, service.name)
      this.start(stack, service)
    }
  }

  private start(stack: Stack, service: Service): void {
    const folder = this.folder(stack.name, service.name)
    const address = randomAddress(join(this.folders.root, 'net'))
    const networks = service.networks
    mkdirSync(folder, { recursive: true })
    for (const { volume } of service.volumes)
      mkdirSync(join(this.folders.root, 'volumes', `${stack.name}_${volume}`), { recursive: true })
    for (const { path, content } of service.configs) {
      mkdirSync(join(folder, 'configs'), { recursive: true })
      writeFileSync(join(folder, 'configs', path.replaceAll('/', '_')), content, { mode: 0o444 })
    }
    const files = { address, image: service.image, networks: networks.join('\n'), labels: labelsOf(service), since: '' }
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
    writeFileSync(join(folder, 'spec'), JSON.stringify(service))
    for (const network of networks)
      for (const alias of [service.name, `${stack.name}_${service.name}`]) {
        mkdirSync(join(this.folders.root, 'net', network, alias), { recursive: true })
        writeFileSync(join(this.folders.root, 'net', network, alias, address), '')
      }
    this.supervised.set(folder, new Supervised(folder, stack, service, this.folders))
  }

  private async stop(stack: string, service: string): Promise<void> {
    const folder = this.folder(stack, service)
    const address = read(join(folder, 'address'))
    for (const network of read(join(folder, 'networks')).split('\n'))
      for (const alias of [service, `${stack}_${service}`]) {
        const name = join(this.folders.root, 'net', network, alias)
        rmSync(join(name, address || 'none'), { force: true })
        if (names(name).length === 0) rmSync(name, { recursive: true, force: true })
      }
    this.supervised.get(folder)?.giveUp()
    this.supervised.delete(folder)
    await endProcess(folder)
    rmSync(folder, { recursive: true, force: true })
  }

  async converge(stack: Stack, withinMs: number): Promise<string | null> {
    const deadline = Date.now() + withinMs
    await sleep(STAYS_UP_MS)
    for (const service of stack.services) {
      for (;;) {
        const supervised = this.supervised.get(this.folder(stack.name, service.name))
        const loop = supervised?.crashLoop() ?? null
        if (loop !== null) return `${stack.name}_${service.name} is in a crash loop: ${loop}`
        if (await this.answers(stack.name, service)) break
        if (Date.now() > deadline) return `${stack.name}_${service.name} did not come up within ${withinMs / 1000} s`
        await sleep(60)
      }
    }
    return null
  }

  private async answers(stack: string, service: Service): Promise<boolean> {
    const folder = this.folder(stack, service.name)
    if (!isAlive(folder)) return false
    for (const port of service.ports) {
      const socket = await connectTo(read(join(folder, 'address')), port).catch(() => null)
      if (socket === null) return false
      socket.destroy()
    }
    return true
  }

  async remove(stack: string): Promise<void> {
    await Promise.all(names(join(this.folders.root, 'stacks', stack)).map((service) => this.stop(stack, service)))
    rmSync(join(this.folders.root, 'stacks', stack), { recursive: true, force: true })
    for (const network of names(join(this.folders.root, 'net')))
      if (network.startsWith(`${stack}_`))
        rmSync(join(this.folders.root, 'net', network), { recursive: true, force: true })
  }

  async removeVolumes(stack: string): Promise<void> {
    for (const volume of await this.volumes())
      if (volume.startsWith(`${stack}_`))
        rmSync(join(this.folders.root, 'volumes', volume), { recursive: true, force: true })
  }

  async tasks(): Promise<Task[]> {
    const stacks = names(join(this.folders.root, 'stacks'))
    return stacks.flatMap((stack) =>
      names(join(this.folders.root, 'stacks', stack)).map((service) => {
        const folder = this.folder(stack, service)
        const labels = read(join(folder, 'labels'))
          .split('\n')
          .map((line) => line.split(/=(.*)/s))
        return {
          ...{ stack, service, image: read(join(folder, 'image')), running: isAlive(folder), since: 0 },
          networks: read(join(folder, 'networks')).split('\n'),
          labels: Object.fromEntries(labels.map(([key = '', value = '']) => [key, value])),
        }
      }),
    )
  }

  async volumes(): Promise<string[]> {
    return names(join(this.folders.root, 'volumes'))
  }

  async addresses(network: string, name: string): Promise<string[]> {
    return names(join(this.folders.root, 'net', network, name))
  }

  async open(network: string, name: string, port: number): Promise<Duplex> {
    const [address] = /^[\d.]+$/.test(name) ? [name] : await this.addresses(network, name)
    if (address === undefined) throw new Error(`${name} does not resolve in ${network}`)
    return connectTo(address, port)
  }

  async openDoor(): Promise<Duplex> {
    return this.open('proxy', 'proxy_proxy', 80)
  }

  async exec(stack: string, service: string, words: readonly string[]): Promise<Executed> {
    const folder = this.folder(stack, service)
    const spec: Service = JSON.parse(read(join(folder, 'spec')))
    return run(
      this.folders,
      spec,
      words,
      environmentOf(folder, { name: stack, kept: false, services: [] }, spec, this.folders),
    )
  }

  async copyOut(stack: string, service: string, path: string, to: string): Promise<void> {
    mkdirSync(join(to, '..'), { recursive: true })
    cpSync(realPath(this.folder(stack, service), path, this.folders, stack), to, { recursive: true })
  }

  async copyIn(stack: string, service: string, from: string, path: string): Promise<void> {
    cpSync(from, realPath(this.folder(stack, service), path, this.folders, stack), { recursive: true })
  }

  async logs(stack: string, service: string): Promise<string> {
    return read(join(this.folder(stack, service), 'log'))
  }

  /** What is not kept ends with the harness; what is kept goes on, watched by nobody. */
  async close(): Promise<void> {
    for (const supervised of this.supervised.values()) supervised.letGo()
  }
}

/** TERM, and KILL after 3 s, to the process of a service, if it is there. */
async function endProcess(folder: string): Promise<void> {
  const pid = Number(read(join(folder, 'pid')))
  for (let waited = 0; isAlive(folder); waited += 25) {
    try {
      if (waited === 0) process.kill(pid, 'SIGTERM')
      if (waited === 3000) process.kill(pid, 'SIGKILL')
    } catch {
      return
    }
    await sleep(25)
  }
}

function connectTo(address: string, port: number): Promise<Duplex> {
  return new Promise((done, failed) => {
    const socket = connect({ host: address, port, timeout: 2000 }, () => {
      socket.setTimeout(0)
      socket.off('error', failed)
      done(socket)
    })
    socket.on('error', failed)
    socket.on('timeout', () => socket.destroy(new Error(`${address}:${port} does not answer`)))
  })
}
