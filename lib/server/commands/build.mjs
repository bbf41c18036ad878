import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { command, environment, findNode, lastLines, root, run, since, Trouble } from './machine.mjs'

const SOURCES = [
  ...['app', 'components', 'lib', 'db', 'public', 'instrumentation.ts', 'proxy.ts'],
  ...['next.config.ts', 'postcss.config.mjs', 'tsconfig.json', 'package.json', 'package-lock.json'],
]
const NOT_BUILT = /\.test\.tsx?$/

/**
 * Builds for production into `folder` unless the sources are those of the last build there.
 * The stamp lies inside the folder, which `next build` empties: an interrupted or foreign build leaves none.
 */
export async function ensureBuilt(node, folder) {
  const stamp = join(root, folder, 'sources.sha256')
  const sources = hashOf(SOURCES.flatMap((name) => filesUnder(name)))
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return
  rmSync(stamp, { force: true })
  console.info('Building …')
  const start = Date.now()
  const env = environment({ GATEHOUSE_DIST: folder, NODE_ENV: 'production' })
  const { code, output } = await run(node, ['node_modules/next/dist/bin/next', 'build'], { env })
  if (code !== 0) throw new Trouble(`The build failed:\n\n${lastLines(output, 40)}`)
  writeFileSync(stamp, sources)
  console.info(`Built in ${since(start)}.`)
}

/** The files of a source name, relative to the root, in an order that does not depend on the machine. */
function filesUnder(name) {
  if (!existsSync(join(root, name))) return []
  const entries = listFolder(name)
  if (entries === null) return NOT_BUILT.test(name) ? [] : [name]
  return entries.sort().flatMap((entry) => filesUnder(`${name}/${entry}`))
}

function listFolder(name) {
  try {
    return readdirSync(join(root, name))
  } catch (error) {
    if (error.code === 'ENOTDIR') return null
    throw error
  }
}

function hashOf(files) {
  const hash = createHash('sha256')
  for (const file of files) {
    const content = readFileSync(join(root, file))
    hash.update(`${file} ${content.length}\n`).update(content)
  }
  return hash.digest('hex')
}

// Started by itself: `node lib/server/commands/build.mjs .next-e2e`.
if (process.argv[1]?.endsWith('build.mjs')) {
  command(async () => {
    await ensureBuilt(findNode(), process.argv[2] ?? '.next')
    return 0
  })
}
