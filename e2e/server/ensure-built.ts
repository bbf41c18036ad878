import { execFileSync } from 'node:child_process'

/** Before the first browser test: the production build under test is one of the sources as they are. */
export default function ensureBuilt() {
  execFileSync(process.execPath, ['lib/server/commands/build.mjs', '.next-e2e'], { stdio: 'inherit' })
}
