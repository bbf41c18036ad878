import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'

const MANIFEST = '.next-e2e/prerender-manifest.json'
/** Made once, at the build: these never show a record. */
const MAY_BE_STATIC = ['/_global-error', '/_not-found', '/favicon.ico', '/icon.svg', '/robots.txt']

// A synchronous read of SQLite does not make a page dynamic: it would show for ever what the build found.
test.skipIf(!existsSync(MANIFEST))('no page that reads the record is made at the build', () => {
  const { routes } = z
    .object({ routes: z.record(z.string(), z.unknown()) })
    .parse(JSON.parse(readFileSync(MANIFEST, 'utf8')))
  expect(Object.keys(routes).filter((route) => !MAY_BE_STATIC.includes(route))).toEqual([])
})
