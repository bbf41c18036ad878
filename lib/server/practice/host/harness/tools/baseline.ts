// Brings up what is always there: the shared proxy, the live OIDC provider, and the canonical of bluesky-pds, which goes on serving.
// baseline.ts <git repository of bluesky-pds> | down
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Service, Stack } from '../engine/stack.ts'
import { checkOutRelease, readStack, releaseBefore } from '../runner/recipe.ts'
import { engine as makeEngine, practiceFolder } from '../runner/settings.ts'
import { warmName } from '../runner/warm-name.ts'

const engine = makeEngine()
const warm = { name: warmName('bluesky-pds').stack }
const stacks = join(practiceFolder(), 'engine', 'stacks')

const PROXY: Service = {
  ...{
    name: 'proxy',
    image: 'traefik:3.6',
    command: null,
    labels: {},
    volumes: [],
    configs: [],
    networks: ['proxy'],
    ports: [80],
  },
  environment: { PROVIDER_FOLDER: stacks },
}
const LIVE_DOMAIN = 'keycloak.practice.test'
const LIVE: Service = {
  ...{ name: 'app', image: 'keycloak/keycloak:26.4.0', command: null, configs: [], networks: ['proxy'], ports: [8080] },
  labels: {
    'traefik.http.routers.live-oidc.rule': `Host(\`${LIVE_DOMAIN}\`)`,
    'traefik.http.services.live-oidc.loadbalancer.server.port': '8080',
  },
  environment: { KC_HOSTNAME: LIVE_DOMAIN },
  volumes: [{ volume: 'data', path: '/opt/keycloak/data' }],
}

/** As the last promote left it; at first, as the newest release has it. */
function canonical(repository: string): Stack {
  const { stack, domain } = warmName('bluesky-pds')
  const folder = join(stacks, stack)
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    const services: Service[] = readdirSync(folder).map((name) =>
      JSON.parse(readFileSync(join(folder, name, 'spec'), 'utf8')),
    )
    return { name: stack, services, kept: true }
  }
  const checkout = mkdtempSync(join(tmpdir(), 'practice-'))
  try {
    const release = releaseBefore(repository, 'main', '')
    if (release === null) throw new Error('bluesky-pds has no release')
    return readStack(checkOutRelease(repository, release, checkout), { stack, domain, network: 'proxy', kept: true })
  } finally {
    rmSync(checkout, { recursive: true, force: true })
  }
}

const onSwarm = process.env.PRACTICE_ENGINE === 'swarm'
const LIVE_STACK: Stack = { name: 'live-oidc', services: [LIVE], kept: true }
// On a swarm the way in is a container on the shared network: it needs no proxy of its own.
const others: Stack[] = onSwarm ? [LIVE_STACK] : [{ name: 'proxy', services: [PROXY], kept: true }, LIVE_STACK]

await engine.prepare()
if (process.argv[2] === 'down') {
  for (const { name } of [...others, warm]) await engine.remove(name)
  await engine.close()
  process.exit(0)
}
const there = new Set((await engine.tasks()).map(({ stack }) => stack))
const baseline = [...others, ...(onSwarm && there.has(warm.name) ? [] : [canonical(process.argv[2] ?? '')])]
for (const stack of baseline) await engine.deploy(stack)
for (const stack of baseline) {
  const trouble = await engine.converge(stack, 10_000)
  if (trouble !== null) throw new Error(trouble)
}
await engine.close()
