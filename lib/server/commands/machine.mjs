// Everything in this folder that ends in .mjs starts on whatever Node a machine has (16 or later) before anything is installed:
// only node: built-ins, no types.
import { spawn, spawnSync } from 'node:child_process'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '../../..')

/** Each of these is handed on to what we started: nothing outlives us. */
export const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP']

/** Something a person can mend: its message is the one sentence they read. */
export class Trouble extends Error {}

/** Runs a command's main function and ends the process with the exit code it answers; a Trouble is printed without its stack. */
export async function command(main) {
  try {
    process.exitCode = await main()
  } catch (error) {
    console.error(error instanceof Trouble ? `\n${error.message}\n` : error)
    process.exitCode = 1
  }
}

/** The Node that runs Gatehouse: the one the lock file pins, or else the current one if it is new enough. */
export function findNode() {
  const candidates = [join(root, 'node_modules/.bin/node'), process.execPath]
  const found = candidates.find((file) => isNewEnough(versionOf(file)))
  if (found) return found
  throw new Trouble(
    `Gatehouse needs Node 22.17 or later; this is ${process.version}, and no packaged Node fits this machine (${process.platform} ${process.arch}).`,
  )
}

export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.replace('v', '').split('.').map(Number)
  return major > 22 || (major === 22 && minor >= 17)
}

function versionOf(node) {
  return spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout || 'v0'
}

/** The environment of everything we start: the installed tools come first on the path, and nobody phones home. */
export function environment(more = {}) {
  const path = [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter)
  return { ...process.env, PATH: path, NEXT_TELEMETRY_DISABLED: '1', ...more }
}

/** Runs to the end. Answers the exit code and, unless `shown` (it then goes straight to the terminal), what was printed. */
export function run(file, args, { shown = false, env = environment() } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd: root, env, stdio: shown ? 'inherit' : ['ignore', 'pipe', 'pipe'] })
    const stop = (signal) => child.kill(signal) && child.once('close', () => process.exit(1))
    for (const signal of SIGNALS) process.on(signal, stop)
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text) => (output += text))
    child.on('error', (error) => reject(new Trouble(`${file} could not be started: ${error.message}.`)))
    child.on('close', (code) => {
      for (const signal of SIGNALS) process.off(signal, stop)
      resolve({ code: code ?? 1, output })
    })
  })
}

export function lastLines(text, count) {
  return text.trim().split('\n').slice(-count).join('\n')
}

/** "3.2 s" since a `Date.now()`. */
export function since(start) {
  return `${((Date.now() - start) / 1000).toFixed(1)} s`
}
