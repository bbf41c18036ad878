import { execFile } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

export type BaselineFacts = { folder: string; source: string; node: string; engine: 'processes' | 'swarm' }

const names = (folder: string): string[] => {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** The process of a pid file, when it still is the one whose command line names `words`; else null. */
function livingPid(file: string, words: string): number | null {
  try {
    const pid = Number.parseInt(readFileSync(file, 'utf8'), 10)
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(words) ? pid : null
  } catch {
    return null
  }
}

/** Brings up what is always there. Its processes end some seconds after this one is gone, unless a run still needs them. */
export async function startBaseline({ folder, source, node, engine }: BaselineFacts): Promise<void> {
  writeFileSync(join(folder, 'serving'), `${process.pid}\n`)
  await runTool({ folder, source, node, engine }, join(folder, 'repos/bluesky-pds'))
}

async function runTool({ folder, source, node, engine }: BaselineFacts, argument: string): Promise<void> {
  const env = {
    ...{
      NODE_ENV: process.env.NODE_ENV,
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      DOCKER_HOST: process.env.DOCKER_HOST,
    },
    ...{ PRACTICE_FOLDER: folder, PRACTICE_IMAGES: join(source, 'images'), PRACTICE_ENGINE: engine },
  }
  const program = join(source, 'harness/tools/baseline.ts')
  const args = ['--disable-warning=ExperimentalWarning', program, argument]
  await promisify(execFile)(node, args, { env, timeout: 120_000 })
}

/** Ends the baseline, unless a run is under way: then it ends by itself after the run. */
export async function endBaseline(facts: BaselineFacts): Promise<void> {
  const { folder } = facts
  rmSync(join(folder, 'serving'), { force: true })
  const locks = join(folder, 'engine/locks')
  if (names(locks).some((name) => livingPid(join(locks, name), 'run.ts') !== null)) return
  if (facts.engine === 'swarm') {
    await runTool(facts, 'down')
    return
  }
  const stacks = join(folder, 'engine/stacks')
  for (const stack of names(stacks))
    for (const service of names(join(stacks, stack))) {
      const place = join(stacks, stack, service)
      const pid = livingPid(join(place, 'pid'), place)
      if (pid !== null) process.kill(pid, 'SIGTERM')
    }
}
