import { globSync, readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { gzipSync } from 'node:zlib'
import { z } from 'zod'
import type { Row } from './row.ts'

const BUILD = '.next-e2e'
const OURS_KB = 15
const PAGES = `${BUILD}/server/app/**/page_client-reference-manifest.js`
/** What stands in for others when they cannot be shown: no page loads it beside its own. */
const INSTEAD = /\/not-found$/

const StartScripts = z.object({ rootMainFiles: z.array(z.string()) })
const Manifest = z.object({
  entryJSFiles: z.record(z.string(), z.array(z.string())),
  clientModules: z.record(z.string(), z.object({ chunks: z.array(z.string()) })),
})
const Manifests = z.object({ __RSC_MANIFEST: z.record(z.string(), Manifest) })
type Manifest = z.output<typeof Manifest>

/**
 * The scripts that each page's HTML names, gzip, read from the build. The floor: the framework's start scripts and what `app/layout` loads,
 * its router. Throws when a component of ours has come into the layout, for then that is no floor.
 */
export function measureScripts(): Row[] {
  const start = StartScripts.parse(JSON.parse(readFileSync(`${BUILD}/build-manifest.json`, 'utf8'))).rootMainFiles
  return listPages()
    .map(([page, manifest]): Row => {
      const baseline = kilobytes([...start, ...floorOf(page, manifest)])
      const measured = kilobytes([...start, ...scriptsOf(page, manifest)])
      return {
        ...{ what: `client JavaScript: ${page}`, unit: 'kB', measured, bound: baseline + OURS_KB, baseline },
        against: 'floor',
      }
    })
    .sort((one, other) => other.measured - one.measured)
}

function listPages(): [string, Manifest][] {
  const pages = globSync(PAGES).flatMap((file) => {
    const sandbox = { globalThis: {} }
    runInNewContext(readFileSync(file, 'utf8'), sandbox)
    return Object.entries(Manifests.parse(sandbox.globalThis).__RSC_MANIFEST)
  })
  // The framework's own page for errors of the layout itself has no layout.
  return pages.filter(([, { entryJSFiles }]) => '[project]/app/layout' in entryJSFiles)
}

function scriptsOf(page: string, { entryJSFiles }: Manifest): string[] {
  const shown = ([entry]: [string, unknown]) => page.startsWith('/_not-found') || !INSTEAD.test(entry)
  return Object.entries(entryJSFiles)
    .filter(shown)
    .flatMap(([, files]) => files)
}

function floorOf(page: string, { entryJSFiles, clientModules }: Manifest): string[] {
  const floor = entryJSFiles['[project]/app/layout'] ?? []
  const served = floor.map((file) => `/_next/${file}`)
  const ours = Object.entries(clientModules).find(
    ([module, { chunks }]) => !module.includes('/node_modules/') && chunks.every((chunk) => served.includes(chunk)),
  )
  if (ours) throw new Error(`${ours[0]} is loaded by the layout of ${page}: that is no floor any more.`)
  return floor
}

const kilobytes = (files: readonly string[]): number =>
  [...new Set(files)].reduce((sum, file) => sum + gzipSync(readFileSync(`${BUILD}/${file}`)).length, 0) / 1_000
