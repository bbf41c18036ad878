import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { Duplex } from 'node:stream'
import { docker, dockerLines } from './docker.ts'

/** A container on a network of the swarm from which it can be looked at and spoken to: overlays cannot be reached from the host. */
export class Toolbox {
  private readonly made = new Map<string, Promise<string>>()
  private readonly image: string

  constructor(image: string) {
    this.image = image
  }

  private on(network: string): Promise<string> {
    const known = this.made.get(network)
    if (known !== undefined) return known
    const begun = docker([
      'run',
      '-d',
      '--rm',
      '--network',
      network,
      '--label',
      'practice=tools',
      this.image,
      '/node',
      '/images/shared/wait.ts',
    ])
    this.made.set(network, begun)
    // A network that is not there yet may be there the next time.
    begun.catch(() => this.made.delete(network))
    return begun
  }

  async getent(network: string, name: string): Promise<string[]> {
    return dockerLines('exec', await this.on(network), '/node', '/images/shared/getent.ts', name)
  }

  async open(network: string, name: string, port: number): Promise<Duplex> {
    const container = await this.on(network)
    const child = spawn('docker', ['exec', '-i', container, '/node', '/images/shared/pipe.ts', name, String(port)])
    let why = ''
    child.stderr.on('data', (chunk: Buffer) => {
      why += chunk.toString('utf8')
    })
    child.stdin.on('error', () => {})
    return new Promise((done, failed) => {
      child.on('error', failed)
      child.on('close', () => failed(new Error(why.trim() || `${name}:${port} closed the connection`)))
      child.stdout.once('data', (first: Buffer) => {
        child.stdout.pause()
        if (first.length > 1) child.stdout.unshift(first.subarray(1))
        done(streamOf(child))
      })
    })
  }

  /** Removes its containers. */
  async close(): Promise<void> {
    for (const [network, made] of this.made) {
      this.made.delete(network)
      await made.then((container) => docker(['rm', '-f', container])).catch(() => '')
    }
  }

  /** Removes every container of tools on this network, those of other processes too: a network with one on it cannot go. */
  async leave(network: string): Promise<void> {
    this.made.delete(network)
    const left = await dockerLines('ps', '-aq', '--filter', `network=${network}`, '--filter', 'label=practice=tools')
    if (left.length > 0) await docker(['rm', '-f', ...left]).catch(() => '')
  }
}

/** The standard streams of a process as one stream; to destroy it ends the process. */
function streamOf(child: ChildProcessWithoutNullStreams): Duplex {
  const stream = new Duplex({
    read: () => void child.stdout.resume(),
    write: (chunk, _encoding, done) => void child.stdin.write(chunk, () => done()),
    final: (done) => void child.stdin.end(() => done()),
    destroy: (error, done) => {
      child.kill()
      done(error)
    },
  })
  child.stdout.on('data', (chunk: Buffer) => {
    if (!stream.push(chunk)) child.stdout.pause()
  })
  child.stdout.on('end', () => stream.push(null))
  return stream
}
