import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Engine } from '../engine/engine.ts'
import type { Stack } from '../engine/stack.ts'
import { detail, step, warn } from './log.ts'
import type { Place } from './recipe.ts'
import { practiceFolder } from './settings.ts'

const UP_WITHIN_MS = 15_000

/** Deploys and waits; null when it is up, else why not, with the last words of its services in the log. */
export async function bringUp(engine: Engine, stack: Stack): Promise<string | null> {
  for (const { name, image } of stack.services) step(`deploy ${stack.name}_${name} (${image})`)
  await engine.deploy(stack)
  const trouble = await engine.converge(stack, UP_WITHIN_MS)
  for (const { name } of stack.services)
    detail(
      (await engine.logs(stack.name, name))
        .split('\n')
        .slice(-4)
        .map((text) => `${name} | ${text}`)
        .join('\n'),
    )
  if (trouble !== null) warn(trouble)
  return trouble
}

/** The harness's lock on a domain, for as long as this process lives. Throws when another run has it. */
export async function lockDomain(domain: string): Promise<() => void> {
  const folder = join(practiceFolder(), 'engine', 'locks')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, domain)
  for (let tries = 0; ; tries++) {
    try {
      writeFileSync(file, `${process.pid}\n`, { flag: 'wx' })
      return () => rmSync(file, { force: true })
    } catch {
      const holder = readFileSync(file, 'utf8').trim()
      if (tries > 0 || lives(Number(holder))) throw new Error(`${domain} is locked by process ${holder}`)
      rmSync(file, { force: true })
    }
  }
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Removes a stack of this run and its volumes; true when nothing of it is left. */
export async function tearDown(engine: Engine, place: Place): Promise<boolean> {
  await engine.remove(place.stack)
  await engine.removeVolumes(place.stack)
  const left = [...(await engine.tasks()).map(({ stack }) => stack), ...(await engine.volumes())].filter((name) =>
    name.startsWith(place.stack),
  )
  if (left.length === 0) step(`${place.stack}: nothing is left`)
  else warn(`left behind: ${left.join(', ')}`)
  return left.length === 0
}

/** Cold stacks of which nothing runs any more belong to a run that was killed before its teardown: their remains go. */
export async function sweepRemains(engine: Engine, place: Place): Promise<void> {
  const tasks = await engine.tasks()
  const running = new Set(tasks.filter((task) => task.running).map(({ stack }) => stack))
  const named = [
    ...tasks.map(({ stack }) => stack),
    ...(await engine.volumes()).map((name) => name.split('_')[0] ?? ''),
  ]
  for (const stack of new Set(named))
    if (stack.startsWith('ci-') && stack !== place.stack && !running.has(stack)) {
      step(`what a killed run left is removed: ${stack}`)
      await engine.remove(stack)
      await engine.removeVolumes(stack)
    }
}
