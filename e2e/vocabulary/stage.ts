import { type Seed, type Server, startServer } from '#e2e/server/start-server.ts'

/** The server a test plays on, and what must be put away when it is over. */
export type Stage = {
  readonly server: Server
  /** What a test may hold on to: it follows `resetTo`. */
  view: Pick<Server, 'address' | 'dataFolder' | 'passTime'>
  resetTo: (seed: Seed) => Promise<void>
  /** The server, for a page; from now on it stays. */
  enter: () => Server
  afterwards: (act: () => Promise<void>) => void
  clear: () => Promise<void>
}

export function setStage(shared: Server): Stage {
  let server = shared
  let entered = false
  const afterwards: (() => Promise<void>)[] = []
  return {
    get server() {
      return server
    },
    view: {
      get address() {
        return server.address
      },
      get dataFolder() {
        return server.dataFolder
      },
      passTime: (ms) => {
        if (server === shared) throw new Error('Others read this server too: resetTo(…) before the clock is moved.')
        return server.passTime(ms)
      },
    },
    resetTo: async (seed) => {
      if (entered) throw new Error('A page is open already: resetTo(…) comes before the first page.')
      server = await startServer(seed)
      afterwards.push(server.stop)
    },
    enter: () => {
      entered = true
      return server
    },
    afterwards: (act) => afterwards.push(act),
    clear: async () => {
      for (const act of afterwards.toReversed()) await act()
    },
  }
}
