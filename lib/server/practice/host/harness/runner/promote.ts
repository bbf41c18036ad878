import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Engine } from '../engine/engine.ts'
import { appAt } from './app.ts'
import { stageOf } from './cold.ts'
import { bringUp } from './deployment.ts'
import { boundary, detail, step } from './log.ts'
import { checkOutRelease, type Place, readStack, versionOf } from './recipe.ts'
import type { Stage } from './report.ts'
import type { Settings } from './settings.ts'
import { loadState, runTests, type TestResult } from './tests.ts'
import { AWAKE, warmName } from './warm-name.ts'

export const warmPlace = ({ recipe }: Settings): Place => ({ ...warmName(recipe), network: 'proxy', kept: true })

const failed = (name: string, message: string): TestResult => ({ name, status: 'fail', ms: 0, message })
const unver = (name: string): Stage => ({ name, status: 'unver', tests: [] })

/**
 * The warm advance: the release `from` at the warm name with the kept volume, upgrade to the head, then what a visitor sees through the
 * shared proxy. Without `from` (the profile warm) the head itself comes up at the warm name.
 */
export async function runPromote(engine: Engine, settings: Settings, place: Place): Promise<Stage[]> {
  const folder = mkdtempSync(join(tmpdir(), 'practice-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return advance(engine, settings, place, folder)
}

async function advance(engine: Engine, settings: Settings, place: Place, folder: string): Promise<Stage[]> {
  const { recipe, recipeFolder, from, to } = settings
  const head = readStack(recipeFolder, place)
  const version = versionOf(head)
  if (to !== null && to !== version) throw new Error(`the checkout is ${version}, not ${to}`)
  const state = await loadState(recipe)
  const stages: Stage[] = []

  boundary('TIER install')
  const first =
    from === null || from === version
      ? head
      : readStack(checkOutRelease(recipeFolder, from, join(folder, 'from')), place)
  step(`the canonical of ${recipe}, ${from ?? version}, at ${place.domain} with its kept volume`)
  const cannotStart = await bringUp(engine, first)
  const before = appAt(engine, recipe, place, first, from ?? version)
  stages.push(
    stageOf(
      'install',
      cannotStart === null
        ? await runTests('warm', before, state)
        : [failed('test_warm.ts::test_services_converged', cannotStart)],
    ),
  )
  if (cannotStart === null && !(await state.isThere(before))) await state.create(before)

  const app = appAt(engine, recipe, place, head, version)
  if (from !== null) {
    boundary('TIER upgrade')
    step(`advance ${from} -> ${version}`)
    const trouble = cannotStart ?? (await bringUp(engine, head))
    stages.push(
      stageOf(
        'upgrade',
        trouble === null
          ? await runTests('advance', app, state)
          : [failed('test_advance.ts::test_services_converged', trouble)],
      ),
    )
    if (trouble !== null) return [...stages, unver('promote')]
  } else if (cannotStart !== null) return [...stages, unver('promote')]

  boundary('TIER promote')
  const tests = await runTests('promote', app, state)
  stages.push(stageOf('promote', tests))
  if (tests.some(({ status }) => status === 'fail'))
    await look(
      engine,
      app.place,
      head.services.map(({ name }) => name),
    )
  return stages
}

/** What somebody who looks for the cause would ask next. */
async function look(engine: Engine, place: Place, services: readonly string[]): Promise<void> {
  for (const name of services) {
    step(`getent hosts ${name}   (network ${place.network})`)
    detail(
      (await engine.addresses(place.network, name)).map((address) => `${address}  ${name}`).join('\n') || 'no address',
    )
  }
  for (const name of services)
    detail(
      (await engine.logs(place.stack, name))
        .split('\n')
        .slice(-6)
        .map((text) => `${name} | ${text}`)
        .join('\n'),
    )
}

/** After a promote a canonical sleeps, its volume kept, unless it is one that serves. */
export async function putToSleep(engine: Engine, recipe: string, place: Place): Promise<void> {
  if (AWAKE.includes(recipe)) return step(`${place.stack} goes on serving`)
  await engine.remove(place.stack)
  step(`${place.stack} sleeps; its volume is kept`)
}
