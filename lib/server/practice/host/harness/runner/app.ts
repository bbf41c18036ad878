import type { Duplex } from 'node:stream'
import type { Engine, Executed } from '../engine/engine.ts'
import { type Ask, fetchOver, type Reply } from '../engine/http.ts'
import type { Stack, Task } from '../engine/stack.ts'
import { detail } from './log.ts'
import type { Place } from './recipe.ts'

/** What a test gets: one deployed app, from outside and from inside. */
export type App = {
  recipe: string
  place: Place
  stack: Stack
  version: string
  /** As a visitor, through the shared proxy. */
  fetch(path: string, ask?: Ask): Promise<Reply>
  /** Straight to a service of the stack, within its network. */
  inside(service: string, port: number, path: string, ask?: Ask): Promise<Reply>
  open(service: string, port: number): Promise<Duplex>
  tasks(): Promise<Task[]>
  exec(service: string, words: readonly string[]): Promise<Executed>
  addresses(name: string): Promise<string[]>
  note(text: string): void
}

/** The state of an app that upgrade, backup and restore must keep; one module per recipe. */
export type AppState = {
  create(app: App): Promise<void>
  remove(app: App): Promise<void>
  isThere(app: App): Promise<boolean>
}

export function appAt(engine: Engine, recipe: string, place: Place, stack: Stack, version: string): App {
  // The full name of a service is its own on every network; the short one may not be.
  const full = (service: string): string => `${place.stack}_${service}`
  const networkOf = (service: string): string =>
    stack.services.find(({ name }) => name === service)?.networks[0] ?? place.network
  return {
    ...{ recipe, place, stack, version, note: detail },
    fetch: (path, ask) => fetchOver(() => engine.openDoor(place.network, place.domain), place.domain, path, ask),
    inside: (service, port, path, ask) =>
      fetchOver(() => engine.open(networkOf(service), full(service), port), place.domain, path, ask),
    open: (service, port) => engine.open(networkOf(service), full(service), port),
    tasks: async () => (await engine.tasks()).filter((task) => task.stack === place.stack),
    exec: (service, words) => engine.exec(place.stack, service, words),
    addresses: (name) => engine.addresses(place.network, name),
  }
}
