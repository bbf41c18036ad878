import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Executed } from './engine.ts'
import { programOf, type Service, type Stack, tagOf } from './stack.ts'

/** Absolute: where the engine keeps its things, where the images' programs lie, and the file that says the practice host is there. */
export type Folders = { root: string; images: string; lease: string }

/** The process whose id is in the folder, still the one that was started for it, and no zombie. */
export function isAlive(folder: string): boolean {
  const file = join(folder, 'pid')
  if (!existsSync(file)) return false
  try {
    return readFileSync(`/proc/${readFileSync(file, 'utf8').trim()}/cmdline`, 'utf8').includes(folder)
  } catch {
    return false
  }
}

/** An address of 127.0.0.0/8 that no name has yet. */
export function randomAddress(net: string): string {
  const byte = (from: number, to: number): number => from + Math.floor(Math.random() * (to - from))
  const address = `127.${byte(64, 128)}.${byte(0, 256)}.${byte(2, 254)}`
  const taken =
    existsSync(net) && readdirSync(net, { recursive: true, encoding: 'utf8' }).some((name) => name.endsWith(address))
  return taken ? randomAddress(net) : address
}

export const labelsOf = (service: Service): string =>
  Object.entries(service.labels)
    .map(([key, value]) => `${key}=${value}\n`)
    .join('')

function mountsOf(folder: string, stack: string, service: Service, folders: Folders): string[] {
  const volumes = service.volumes.map(
    ({ volume, path }) => `${path}=${join(folders.root, 'volumes', `${stack}_${volume}`)}`,
  )
  const configs = service.configs.map(({ path }) => `${path}=${join(folder, 'configs', path.replaceAll('/', '_'))}`)
  return [...volumes, ...configs]
}

/** The real place of a path of a container. */
export function realPath(folder: string, path: string, folders: Folders, stack: string): string {
  const service: Service = JSON.parse(readFileSync(join(folder, 'spec'), 'utf8'))
  for (const mount of mountsOf(folder, stack, service, folders)) {
    const [inside = '', real = ''] = mount.split(/=(.*)/s)
    if (path === inside || path.startsWith(`${inside}/`)) return real + path.slice(inside.length)
  }
  throw new Error(`${path} lies in no volume`)
}

/** A kept stack has no marker of the run that deployed it. */
export function environmentOf(folder: string, stack: Stack, service: Service, folders: Folders): NodeJS.ProcessEnv {
  const { PATH, GATEHOUSE_RUN, NODE_ENV } = process.env
  return {
    ...{ PATH, NODE_ENV },
    ...(stack.kept || GATEHOUSE_RUN === undefined ? {} : { GATEHOUSE_RUN }),
    ...service.environment,
    STACK_NAME: stack.name,
    IMAGE_TAG: tagOf(service.image),
    ADDRESS: readFileSync(join(folder, 'address'), 'utf8'),
    MOUNTS: mountsOf(folder, stack.name, service, folders).join('\n'),
    ZONES: service.networks.map((network) => join(folders.root, 'net', network)).join('\n'),
    LEASE: folders.lease,
    LOCKS: join(folders.root, 'locks'),
  }
}

/** What Node is told: it may read everything and write to the volumes of the service, nothing else. */
export function argumentsOf(stack: Stack, service: Service, folders: Folders, program: string): string[] {
  const writable = service.volumes.map(({ volume }) => join(folders.root, 'volumes', `${stack.name}_${volume}`))
  return [
    '--disable-warning=ExperimentalWarning',
    '--permission',
    '--allow-fs-read=*',
    ...writable.map((path) => `--allow-fs-write=${path}/*`),
    ...(stack.kept ? ['--import', join(folders.images, 'shared/lease.ts')] : []),
    join(folders.images, programOf(service.image), `${program}.ts`),
  ]
}

/** Runs a tool of the image, as `docker exec` does; 127 when the image has no such tool. */
export function run(
  folders: Folders,
  service: Service,
  words: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<Executed> {
  const [tool = '', ...rest] = words
  const program = join(folders.images, programOf(service.image), `${tool}.ts`)
  if (!existsSync(program)) return Promise.resolve({ code: 127, output: `${tool}: not found in ${service.image}` })
  return new Promise((done) => {
    const options = { env, timeout: 20_000 }
    execFile(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', program, ...rest],
      options,
      (error, stdout, stderr) =>
        done({ code: error === null ? 0 : Number(error.code ?? 1) || 1, output: `${stdout}${stderr}`.trim() }),
    )
  })
}
