/** One service of a stack as the engine starts it. Paths are those inside the container. */
export type Service = {
  name: string
  image: string
  command: string | null
  environment: Record<string, string>
  labels: Record<string, string>
  volumes: { volume: string; path: string }[]
  configs: { path: string; content: string }[]
  /** The real names of its networks. */
  networks: string[]
  /** Ports that answer once it is up. */
  ports: number[]
}

/** `kept`: it outlives the run (a canonical at its warm name), so it carries none of the run's markers. */
export type Stack = { name: string; services: Service[]; kept: boolean }

export type Task = {
  stack: string
  service: string
  image: string
  running: boolean
  networks: string[]
  labels: Record<string, string>
  since: number
}

/** `discourse` of `docker.io/bitnamilegacy/discourse:3.5.0`: the folder of its programs. */
export const programOf = (image: string): string => (image.split('/').at(-1) ?? '').split(':')[0] ?? ''
export const tagOf = (image: string): string => (image.split('/').at(-1) ?? '').split(':')[1] ?? 'latest'
