import type { Duplex } from 'node:stream'
import type { Stack, Task } from './stack.ts'

export type Executed = { code: number; output: string }

/** What deploys: processes on this machine, or a Docker Swarm. Names of services are those of their stack. */
export interface Engine {
  /** Once for a host: what every stack needs (the image, the shared network). */
  prepare(): Promise<void>
  /** Creates the stack or brings it to this state: services that changed are replaced, those no longer named are removed. */
  deploy(stack: Stack): Promise<void>
  /** Null once every service has been up for a moment; else, after `withinMs` or a crash loop, a sentence. */
  converge(stack: Stack, withinMs: number): Promise<string | null>
  /** The stack with its private networks; its volumes stay. */
  remove(stack: string): Promise<void>
  removeVolumes(stack: string): Promise<void>
  tasks(): Promise<Task[]>
  volumes(): Promise<string[]>
  /** Every address that answers to a name on a network. */
  addresses(network: string, name: string): Promise<string[]>
  /** A connection to a name (or address) on a network, as a program in that network gets it. Rejects when refused. */
  open(network: string, name: string, port: number): Promise<Duplex>
  /** The way in: to the service whose router has this domain, through the shared proxy. */
  openDoor(network: string, domain: string): Promise<Duplex>
  exec(stack: string, service: string, words: readonly string[]): Promise<Executed>
  copyOut(stack: string, service: string, path: string, to: string): Promise<void>
  copyIn(stack: string, service: string, from: string, path: string): Promise<void>
  /** The last words of a service. */
  logs(stack: string, service: string): Promise<string>
  /** Whatever it started for itself. */
  close(): Promise<void>
}
