import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Service, Stack } from '../engine/stack.ts'
import { mapAt, pairs, parseYaml, textAt, textsAt, type Yaml } from './yaml.ts'

/** A stack to be: its name, its domain, the real network that the recipe calls `proxy`, a password made for it. */
export type Place = { stack: string; domain: string; network: string; kept: boolean; secret?: string }

const STACK_NAME = /\$\{STACK_NAME\}/g
const DOMAIN = /\$\{DOMAIN\}/g

export const composeFiles = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => /^compose(\.[\w-]+)?\.yml$/.test(name))
    .sort()

export function readCompose(
  folder: string,
  file: string,
  place: Pick<Place, 'stack' | 'domain'>,
): { [key: string]: Yaml } {
  const text = readFileSync(join(folder, file), 'utf8')
  return mapAt(parseYaml(text.replaceAll(STACK_NAME, place.stack).replaceAll(DOMAIN, place.domain)))
}

function serviceOf(name: string, value: Yaml, place: Place, configs: Record<string, string>): Service {
  const service = mapAt(value)
  return {
    name,
    image: textAt(service.image),
    command: textAt(service.command) || null,
    environment: {
      ...pairs(textsAt(service.environment)),
      ...(place.secret === undefined ? {} : { ADMIN_PASSWORD: place.secret }),
    },
    labels: pairs(textsAt(mapAt(service.deploy).labels)),
    volumes: textsAt(service.volumes).map((line) => ({
      volume: line.split(':')[0] ?? '',
      path: line.split(':')[1] ?? '',
    })),
    configs: (Array.isArray(service.configs) ? service.configs : []).map((config) => ({
      path: textAt(mapAt(config).target),
      content: configs[textAt(mapAt(config).source)] ?? '',
    })),
    networks: textsAt(service.networks).map((known) => (known === 'proxy' ? place.network : `${place.stack}_${known}`)),
    ports: textsAt(service.expose).map(Number),
  }
}

/** The stack that compose.yml of a checkout describes, at a place. */
export function readStack(folder: string, place: Place): Stack {
  const compose = readCompose(folder, 'compose.yml', place)
  const configs = Object.fromEntries(
    Object.entries(mapAt(compose.configs)).map(([name, config]) => [
      name,
      readFileSync(join(folder, textAt(mapAt(config).file)), 'utf8').replaceAll(DOMAIN, place.domain),
    ]),
  )
  const services = Object.entries(mapAt(compose.services)).map(([name, value]) =>
    serviceOf(name, value, place, configs),
  )
  return { name: place.stack, services, kept: place.kept }
}

/** `0.8.1+3.5.0`, from the label that every recipe carries; "unknown" when it has none. */
export function versionOf(stack: Stack): string {
  for (const { labels } of stack.services)
    for (const [key, value] of Object.entries(labels)) if (/^coop-cloud\..*\.version$/.test(key)) return value
  return 'unknown'
}

const git = (folder: string, ...words: string[]): string =>
  execFileSync('git', ['-C', folder, ...words], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })

/** The release before `version` in the history of a commit; null for a first release. */
export function releaseBefore(repository: string, commit: string, version: string): string | null {
  const tags = git(repository, 'tag', '--merged', commit, '--sort=-creatordate')
    .split('\n')
    .filter((tag) => tag !== '')
  return tags.find((tag) => tag !== version) ?? null
}

/** A clean copy of a release in a new folder. Throws when there is no such release. */
export function checkOutRelease(repository: string, tag: string, folder: string): string {
  mkdirSync(folder, { recursive: true })
  for (const file of git(repository, 'ls-tree', '-r', '--name-only', `refs/tags/${tag}`).trim().split('\n'))
    execFileSync('sh', [
      '-c',
      'mkdir -p "$(dirname "$1")"; git -C "$2" show "$3" > "$1"',
      'sh',
      join(folder, file),
      repository,
      `refs/tags/${tag}:${file}`,
    ])
  return folder
}
