import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { lastLines, root, run, since, Trouble } from './machine.mjs'

/** Runs `npm ci` when node_modules is not what the lock file says. Throws a Trouble with npm's last lines when it fails. */
export async function ensureInstalled() {
  const wanted = readLock(join(root, 'package-lock.json'))
  const held = readLock(join(root, 'node_modules/.package-lock.json'))
  if (holds(held, wanted)) return
  console.info('Installing packages …')
  const start = Date.now()
  const [file, ...before] = findNpm()
  const { code, output } = await run(file, [...before, 'ci', '--no-audit', '--no-fund'], { env: process.env })
  if (code !== 0) throw new Trouble(`The packages could not be installed. npm says:\n\n${lastLines(output, 15)}`)
  console.info(`Packages installed in ${since(start)}.`)
}

/** Is what is installed (`held`) what the lock file wants? Optional packages may be absent: they belong to other machines. */
export function holds(held, wanted) {
  const known = new Set([...Object.keys(held), ...Object.keys(wanted)])
  return [...known].every((path) => {
    const [there, here] = [held[path], wanted[path]]
    if (there && here) return there.version === here.version && there.integrity === here.integrity
    return here !== undefined && here.optional === true
  })
}

function readLock(file) {
  if (!existsSync(file)) return {}
  const { '': _project, ...packages } = JSON.parse(readFileSync(file, 'utf8')).packages
  return packages
}

/** The npm that started us, on the Node it was started with: `npm ci` removes the Node in node_modules. */
function findNpm() {
  const { npm_execpath: cli, npm_node_execpath: node } = process.env
  return cli?.endsWith('npm-cli.js') && node ? [node, cli] : ['npm']
}
