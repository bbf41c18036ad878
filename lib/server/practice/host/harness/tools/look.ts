// What the diagnoses of the host file show. look.ts service-ls | getent-app | health | volumes | stacks | services
import { fetchOver } from '../engine/http.ts'
import { engine as makeEngine } from '../runner/settings.ts'
import { warmName } from '../runner/warm-name.ts'

const engine = makeEngine()
const say = (text: string): void => void process.stdout.write(`${text}\n`)
const shown = (status: number): string => String(status).padStart(3, '0')

async function serviceLs(): Promise<void> {
  const rows = (await engine.tasks()).map(({ stack, service, running, image }) => [
    `${stack}_${service}`,
    running ? '1/1' : '0/1',
    image,
  ])
  for (const [name = '', replicas = '', image = ''] of [['NAME', 'REPLICAS', 'IMAGE'], ...rows])
    say(`${name.padEnd(34)} ${replicas.padEnd(9)} ${image}`)
}

async function getentApp(): Promise<void> {
  const addresses = await engine.addresses('proxy', 'app')
  for (const address of addresses) say(`${address.padEnd(18)} app`)
  if (addresses.length === 0) process.exitCode = 2
}

async function health(): Promise<void> {
  const { stack, domain } = warmName('bluesky-pds')
  const server = (await engine.tasks()).find((task) => task.stack === stack && task.service !== 'caddy')
  if (server === undefined) return say(`${stack} is not deployed`)
  const inside = await fetchOver(
    () => engine.open('proxy', `${stack}_${server.service}`, 3000),
    domain,
    '/xrpc/_health',
  )
  say(`inside                 http://${stack}_${server.service}:3000/xrpc/_health  ${shown(inside.status)}`)
  for (let visit = 1; visit <= 4; visit++) {
    const outside = await fetchOver(() => engine.openDoor('proxy', domain), domain, '/xrpc/_health')
    say(`through the proxy, ${visit}   http://${domain}/xrpc/_health  ${shown(outside.status)} ${outside.why}`)
  }
}

async function services(): Promise<void> {
  for (const { stack, service, running } of await engine.tasks()) say(`${stack}_${service} ${running ? '1/1' : '0/1'}`)
}
const stacks = async (): Promise<void> => say([...new Set((await engine.tasks()).map(({ stack }) => stack))].join('\n'))
const volumes = async (): Promise<void> => say((await engine.volumes()).join('\n'))

const LOOKS: Record<string, () => Promise<void>> = {
  'service-ls': serviceLs,
  'getent-app': getentApp,
  health,
  services,
  stacks,
  volumes,
}
await LOOKS[process.argv[2] ?? '']?.()
await engine.close()
