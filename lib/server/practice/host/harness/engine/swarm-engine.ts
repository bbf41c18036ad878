import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Duplex } from 'node:stream'
import { docker, dockerLines } from './docker.ts'
import type { Engine, Executed } from './engine.ts'
import { programOf, type Service, type Stack, type Task } from './stack.ts'
import { toCompose } from './swarm-compose.ts'
import { imageName, makeImage } from './swarm-image.ts'
import { serviceStates, tasksOfSwarm } from './swarm-look.ts'
import { Toolbox } from './toolbox.ts'

const SHARED = ['proxy']
const LOOP = 4
const GONE_WITHIN_MS = 20_000
const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

/** Services of a Docker Swarm, on real overlay networks, without published ports. It sees only what the practice harness deployed. */
export class SwarmEngine implements Engine {
  private readonly images: string
  private readonly tools: Toolbox
  private readonly deployedAt = new Map<string, number>()

  constructor(images: string) {
    this.images = images
    this.tools = new Toolbox(imageName(images))
  }

  async prepare(): Promise<void> {
    await makeImage(this.images)
    for (const name of SHARED)
      if ((await dockerLines('network', 'ls', '-q', '--filter', `name=^${name}$`)).length === 0)
        await docker(['network', 'create', '-d', 'overlay', '--attachable', name])
  }

  async deploy(stack: Stack): Promise<void> {
    const folder = mkdtempSync(join(tmpdir(), 'practice-stack-'))
    try {
      const compose = toCompose(stack, imageName(this.images), folder, SHARED)
      this.deployedAt.set(stack.name, Date.now())
      await docker(['stack', 'deploy', '--resolve-image', 'never', '--prune', '-c', '-', stack.name], compose)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }

  async converge(stack: Stack, withinMs: number): Promise<string | null> {
    // A container takes longer than a process.
    const deadline = Date.now() + withinMs * 4
    for (const service of stack.services) {
      const name = `${stack.name}_${service.name}`
      for (;;) {
        const { settled, failures, last } = await serviceStates(name, this.deployedAt.get(stack.name) ?? 0)
        if (failures >= LOOP)
          return `${name} is in a crash loop: ended ${failures} times, its last words: ${await this.lastWord(name, last)}`
        if (settled && (await this.answers(stack, service))) break
        if (Date.now() > deadline) return `${name} did not come up within ${(withinMs * 4) / 1000} s`
        await sleep(250)
      }
    }
    return null
  }

  private async lastWord(service: string, fallback: string): Promise<string> {
    return (await dockerLines('service', 'logs', '--raw', '--tail', '1', service).catch(() => [])).at(-1) ?? fallback
  }

  private async answers(stack: Stack, service: Service): Promise<boolean> {
    for (const port of service.ports) {
      const open = this.open(service.networks[0] ?? 'proxy', `${stack.name}_${service.name}`, port)
      const socket = await open.catch(() => null)
      if (socket === null) return false
      socket.destroy()
    }
    return true
  }

  async remove(stack: string): Promise<void> {
    const networks = await dockerLines(
      'network',
      'ls',
      '--filter',
      `label=com.docker.stack.namespace=${stack}`,
      '--format',
      '{{.Name}}',
    )
    for (const network of networks) await this.tools.leave(network)
    if ((await dockerLines('stack', 'ls', '--format', '{{.Name}}')).includes(stack))
      await docker(['stack', 'rm', stack])
    const left = async (): Promise<number> => {
      const filter = ['--filter', `label=com.docker.stack.namespace=${stack}`]
      return (
        (await dockerLines('ps', '-aq', ...filter)).length +
        (await dockerLines('network', 'ls', '-q', ...filter)).length
      )
    }
    for (const deadline = Date.now() + GONE_WITHIN_MS; (await left()) > 0 && Date.now() < deadline; ) await sleep(200)
  }

  async removeVolumes(stack: string): Promise<void> {
    for (const volume of await this.volumes())
      if (volume.startsWith(`${stack}_`)) await docker(['volume', 'rm', '-f', volume]).catch(() => '')
  }

  tasks(): Promise<Task[]> {
    return tasksOfSwarm()
  }

  volumes(): Promise<string[]> {
    return dockerLines('volume', 'ls', '--filter', 'label=practice=volume', '--format', '{{.Name}}')
  }

  addresses(network: string, name: string): Promise<string[]> {
    return this.tools.getent(network, name)
  }

  open(network: string, name: string, port: number): Promise<Duplex> {
    return this.tools.open(network, name, port)
  }

  async openDoor(network: string, domain: string): Promise<Duplex> {
    const rule = `Host(\`${domain}\`)`
    const routers = (await this.tasks()).filter(({ labels }) => Object.values(labels).includes(rule))
    const [oldest] = routers.sort((a, b) => a.since - b.since)
    if (oldest === undefined) throw new Error(`no router for ${domain}`)
    const port = Object.entries(oldest.labels).find(([key]) => key.endsWith('loadbalancer.server.port'))?.[1]
    return this.open(network, `${oldest.stack}_${oldest.service}`, Number(port ?? '80'))
  }

  private async container(stack: string, service: string): Promise<string> {
    const [id] = await dockerLines('ps', '-q', '--filter', `label=com.docker.swarm.service.name=${stack}_${service}`)
    if (id === undefined) throw new Error(`${stack}_${service} has no container`)
    return id
  }

  async exec(stack: string, service: string, words: readonly string[]): Promise<Executed> {
    const [tool = '', ...rest] = words
    const image = (await this.tasks()).find((task) => task.stack === stack && task.service === service)?.image ?? ''
    const program = `/images/${programOf(image)}/${tool}.ts`
    try {
      return {
        code: 0,
        output: await docker(['exec', await this.container(stack, service), '/node', program, ...rest]),
      }
    } catch (error) {
      return { code: 1, output: error instanceof Error ? error.message : String(error) }
    }
  }

  async copyOut(stack: string, service: string, path: string, to: string): Promise<void> {
    mkdirSync(dirname(to), { recursive: true })
    await docker(['cp', `${await this.container(stack, service)}:${path}`, to])
  }

  async copyIn(stack: string, service: string, from: string, path: string): Promise<void> {
    const source = statSync(from).isDirectory() ? `${from}/.` : from
    await docker(['cp', source, `${await this.container(stack, service)}:${path}`])
  }

  async logs(stack: string, service: string): Promise<string> {
    return docker(['service', 'logs', '--raw', '--tail', '6', `${stack}_${service}`]).catch(() => '')
  }

  close(): Promise<void> {
    return this.tools.close()
  }
}
