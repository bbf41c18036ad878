import { join } from 'node:path'
import { z } from 'zod'

/**
 * How this installation is set up, from the environment (README, "For real"). Nothing set: practice mode, loopback only.
 * `GATEHOUSE_ORIGIN` (the address people type, https://…) makes it real.
 */
const Environment = z.object({
  GATEHOUSE_ORIGIN: z
    .url({ protocol: /^https?$/, error: 'GATEHOUSE_ORIGIN is not an address like https://gates.example.org' })
    .optional(),
  GATEHOUSE_DATA: z.string().min(1).default('.data'),
  GATEHOUSE_SEED: z.enum(['redfix', 'none']).default('redfix'),
  GATEHOUSE_PRACTICE: z
    .enum(['processes', 'swarm', 'none'], 'GATEHOUSE_PRACTICE is processes, swarm or none.')
    .default('processes'),
})

export type Configuration = {
  mode: 'practice' | 'real'
  /** Null in practice mode: any loopback address. */
  origin: URL | null
  /** Host header values that are answered; an entry without a port meets every port. */
  hosts: readonly string[]
  dataFolder: string
  databaseFile: string
  blobFolder: string
  /** What a fresh practice database starts with. */
  seed: 'redfix' | 'none'
  /** As what the practice host deploys, in practice mode; `swarm`: on the Docker Swarm of DOCKER_HOST. */
  practiceHost: 'processes' | 'swarm' | 'none'
}

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]']

/** Throws a sentence when the environment is not usable. */
export function readConfiguration(environment: NodeJS.ProcessEnv = process.env): Configuration {
  const parsed = Environment.safeParse(environment)
  if (!parsed.success) throw new Error(parsed.error.issues.map((issue) => issue.message).join(' '))
  const { GATEHOUSE_ORIGIN, GATEHOUSE_DATA, GATEHOUSE_SEED, GATEHOUSE_PRACTICE } = parsed.data
  const origin = GATEHOUSE_ORIGIN === undefined ? null : new URL(GATEHOUSE_ORIGIN)
  if (origin !== null && (origin.pathname !== '/' || origin.search !== '' || origin.hash !== ''))
    throw new Error('GATEHOUSE_ORIGIN is an address without a path, like https://gates.example.org')
  return {
    mode: origin === null ? 'practice' : 'real',
    origin,
    hosts: origin === null ? LOOPBACK : [origin.host],
    dataFolder: GATEHOUSE_DATA,
    databaseFile: join(GATEHOUSE_DATA, 'gatehouse.sqlite'),
    blobFolder: join(GATEHOUSE_DATA, 'blobs'),
    seed: GATEHOUSE_SEED,
    practiceHost: GATEHOUSE_PRACTICE,
  }
}
