import { type BrowserContextOptions, test as base, type Page } from '@playwright/test'
import type { Seed, Server } from '#e2e/server/start-server.ts'
import { startServer } from '#e2e/server/start-server.ts'
import { type Person, signedInAs } from './sign-in.ts'
import { type Stage, setStage } from './stage.ts'
import { type Watch, watchForTrouble } from './watch-for-trouble.ts'

export { expect } from '@playwright/test'

export type PageOptions = Pick<
  BrowserContextOptions,
  'viewport' | 'colorScheme' | 'javaScriptEnabled' | 'reducedMotion'
>

type Vocabulary = {
  /** The server this test talks to: that of its worker, which others read too, until `resetTo` gives the test one of its own. */
  server: Pick<Server, 'address' | 'dataFolder' | 'passTime'>
  /** A server with a fresh record for this test alone; whoever writes, or moves the clock, needs one. Before the first page. */
  resetTo: (seed: Seed) => Promise<void>
  /** A browser of its own, signed in as a practice person (`visitor`: nobody yet), at no address so far. */
  pageAs: (person: Person, options?: PageOptions) => Promise<Page>
  /** Lets a console error, an exception or a policy violation pass that matches: `allowTrouble(/status of 404/)`. */
  allowTrouble: (pattern: RegExp) => void
}

type Machinery = { stage: Stage; watch: Watch }
type PerWorker = { shared: Server }

/** Each page is watched: a test in which the browser complains fails, whatever it expected. */
export const test = base.extend<Vocabulary & Machinery, PerWorker>({
  shared: [
    async ({ playwright: _ }, provide) => {
      const server = await startServer('redfix')
      await provide(server)
      await server.stop()
    },
    { scope: 'worker' },
  ],

  stage: async ({ shared }, provide, info) => {
    const stage = setStage(shared)
    await provide(stage)
    if (info.status !== info.expectedStatus) {
      await info.attach('what the server printed', { body: stage.server.output(), contentType: 'text/plain' })
    }
    await stage.clear()
  },

  server: async ({ stage }, provide) => provide(stage.view),
  resetTo: async ({ stage }, provide) => provide(stage.resetTo),

  watch: async ({ playwright: _ }, provide) => {
    const watch = watchForTrouble()
    await provide(watch)
    watch.expectNone()
  },
  allowTrouble: async ({ watch }, provide) => provide(watch.allow),

  pageAs: async ({ browser, stage, watch }, provide) => {
    await provide(async (person, options = {}) => {
      const server = stage.enter()
      const storageState = await signedInAs(person, browser, server)
      const context = await browser.newContext({ baseURL: server.address, storageState, ...options })
      stage.afterwards(() => context.close())
      const page = await context.newPage()
      await watch.over(page)
      return page
    })
  },

  // The page of those who need no name.
  page: async ({ pageAs }, provide) => provide(await pageAs('visitor')),
})
