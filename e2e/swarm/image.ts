import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, realpathSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'

const APPLETS = ['sh', 'sleep', 'httpd', 'wget', 'nslookup', 'cat', 'echo', 'true']

/** Lays out the root of an image from this machine's own busybox, with the libraries it needs if it is not a static one. */
export function layOutBusybox(root: string): void {
  const busybox = execFileSync('sh', ['-c', 'command -v busybox'], { encoding: 'utf8' }).trim()
  for (const folder of ['bin', 'tmp', 'www']) mkdirSync(join(root, folder), { recursive: true })
  cpSync(realpathSync(busybox), join(root, 'bin/busybox'))
  for (const applet of APPLETS) symlinkSync('busybox', join(root, 'bin', applet))
  for (const library of librariesOf(busybox)) {
    mkdirSync(join(root, dirname(library)), { recursive: true })
    cpSync(realpathSync(library), join(root, library))
  }
}

/** None for a static program, of which ldd says so by its exit. */
const librariesOf = (program: string): string[] =>
  [...(spawnSync('ldd', [program], { encoding: 'utf8' }).stdout ?? '').matchAll(/\/\S+(?= \(0x)/g)].map(
    ([path]) => path,
  )
