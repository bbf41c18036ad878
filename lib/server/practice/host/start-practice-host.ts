import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { endBaseline, startBaseline } from './baseline.ts'
import { makeRepository } from './git-repositories.ts'
import { hostFile } from './host-file.ts'
import { fingerprintOf, type HostRole, hostKey } from './host-keys.ts'
import { plainFolder } from './plain-folder.ts'
import { HARNESS, SPECIMENS } from './specimens.ts'
import { startServer } from './ssh-server.ts'

export type PracticeHost = {
  port: number
  address: '127.0.0.1'
  user: string
  /** As OpenSSH prints it: `SHA256:…`. */
  hostKeyFingerprint: string
  /** Files with the private keys, 0600. */
  keys: Record<HostRole, string>
  /** Runs that are under way go on. */
  close(): Promise<void>
}
export type PracticeHostOptions = {
  /** Everything of the host lies in it and outlives a restart: keys, repositories, runs. */
  folder: string
  /** `swarm` deploys real stacks on the Docker Swarm of DOCKER_HOST. Never the default. */
  engine?: 'processes' | 'swarm'
}

const SOURCE = 'lib/server/practice/host'
const SCRIPT = 'lib/swarm/host/gatehouse-host'
const USER = 'practice'

function lastPort(file: string): number {
  return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) || 0 : 0
}

/**
 * Starts a host on loopback that is like a real one: a real SSH server, the real host script, real git repositories, a small harness and
 * six recipes that fail for the reasons of their namesakes. Throws one sentence when this machine cannot be one (no git).
 */
export async function startPracticeHost(options: PracticeHostOptions): Promise<PracticeHost> {
  const folder = resolve(options.folder)
  const source = join(process.cwd(), SOURCE)
  const engine = options.engine ?? 'processes'
  for (const name of ['state/runs', 'repos', 'runs', 'engine'])
    mkdirSync(join(folder, name), { recursive: true, mode: 0o700 })
  await Promise.all([
    ...SPECIMENS.map((history) =>
      makeRepository(join(folder, 'repos', history.name), history, join(source, 'recipes')),
    ),
    makeRepository(join(folder, 'repos/harness'), HARNESS, source),
  ])
  cpSync(join(source, 'earlier-runs'), join(folder, 'runs'), { recursive: true, force: false })
  const conf = join(folder, 'host.conf')
  const node = process.execPath
  writeFileSync(conf, hostFile({ folder, plainFolder: plainFolder(folder), source, node, engine }), { mode: 0o600 })
  const script = join(folder, 'gatehouse-host')
  // An own copy, put in place at once: a shell reads its script as it goes, and a run may outlive an update of ours.
  copyFileSync(join(process.cwd(), SCRIPT), `${script}.new`)
  renameSync(`${script}.new`, script)
  await startBaseline({ folder, source, node, engine })

  const key = (name: string) => hostKey(join(folder, 'keys'), name)
  const keys = { builder: key('builder'), adversary: key('adversary'), operator: key('operator') }
  const server = await startServer({
    ...{ hostKey: key('host'), user: USER, keys, cwd: folder, port: lastPort(join(folder, 'port')) },
    commandFor: (role) => ['sh', script, role, conf],
  })
  writeFileSync(join(folder, 'port'), `${server.port}\n`)
  return {
    ...{ port: server.port, address: '127.0.0.1', user: USER, hostKeyFingerprint: fingerprintOf(key('host').blob) },
    keys: { builder: keys.builder.file, adversary: keys.adversary.file, operator: keys.operator.file },
    close: async () => {
      await server.close()
      await endBaseline({ folder, source, node, engine })
    },
  }
}
