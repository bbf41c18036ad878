import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { programOf, type Service, type Stack, tagOf } from './stack.ts'

const NODE = ['/node', '--disable-warning=ExperimentalWarning']

function serviceOf(stack: Stack, service: Service, image: string, configs: Map<string, string>): object {
  return {
    image,
    command: [...NODE, `/images/${programOf(service.image)}/${service.command ?? 'main'}.ts`],
    environment: { ...service.environment, STACK_NAME: stack.name, IMAGE_TAG: tagOf(service.image) },
    volumes: service.volumes.map(({ volume, path }) => `${volume}:${path}`),
    configs: service.configs.map(({ path, content }) => ({ source: configs.get(content), target: path, mode: 0o444 })),
    networks: service.networks,
    stop_grace_period: '3s',
    deploy: {
      // This kernel may have no IPVS: names resolve to the tasks themselves.
      endpoint_mode: 'dnsrr',
      labels: { ...service.labels, 'practice.image': service.image },
      restart_policy: { condition: 'any', delay: '500ms' },
    },
  }
}

/** The stack as `docker stack deploy` reads it: JSON is YAML. What its services call configs is written into `folder`. */
export function toCompose(stack: Stack, image: string, folder: string, external: readonly string[]): string {
  const contents = [...new Set(stack.services.flatMap(({ configs }) => configs.map(({ content }) => content)))]
  const named = new Map(
    contents.map((content) => [content, `config_${createHash('sha256').update(content).digest('hex').slice(0, 12)}`]),
  )
  for (const [content, name] of named) writeFileSync(join(folder, name), content)
  const networks = [...new Set(stack.services.flatMap((service) => service.networks))]
  const volumes = [...new Set(stack.services.flatMap((service) => service.volumes.map(({ volume }) => volume)))]
  return JSON.stringify({
    version: '3.8',
    services: Object.fromEntries(
      stack.services.map((service) => [service.name, serviceOf(stack, service, image, named)]),
    ),
    configs: Object.fromEntries(
      contents.map((content) => [named.get(content), { file: join(folder, named.get(content) ?? '') }]),
    ),
    volumes: Object.fromEntries(volumes.map((volume) => [volume, { labels: { practice: 'volume' } }])),
    networks: Object.fromEntries(
      networks.map((name) => [
        name,
        external.includes(name) ? { external: true, name } : { name, driver: 'overlay', attachable: true },
      ]),
    ),
  })
}
