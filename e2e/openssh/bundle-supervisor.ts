import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildSync } from 'esbuild'

const NATIVE = ['better-sqlite3', 'ssh2', 'node-ssh']
let bundled: string | null = null

/**
 * `supervise.ts` in one file, as a server is built: what Node keeps of some hundred sources that it loads one by one (200 MB of them
 * drizzle-orm's) says nothing about the memory of the app. Once per test process.
 */
export function bundleSupervisor(): string {
  bundled ??= bundle(join('node_modules/.cache/gatehouse', `supervise-${process.pid}.mjs`))
  return bundled
}

function bundle(outfile: string): string {
  buildSync({
    ...{ entryPoints: ['e2e/openssh/supervise.ts'], outfile, bundle: true, external: NATIVE },
    ...{ platform: 'node', format: 'esm', logLevel: 'error' },
  })
  process.once('exit', () => rmSync(outfile, { force: true }))
  return outfile
}
