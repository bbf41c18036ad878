import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Engine } from '../engine/engine.ts'
import { type App, type AppState, appAt } from './app.ts'
import { backUp, restore } from './backup.ts'
import { bringUp } from './deployment.ts'
import { boundary, detail, sleep, step } from './log.ts'
import { checkOutRelease, type Place, readStack, releaseBefore, versionOf } from './recipe.ts'
import type { Stage } from './report.ts'
import type { Settings } from './settings.ts'
import { loadState, runTests, type TestResult } from './tests.ts'

const SETTLE_MS = 700

const failed = (name: string, message: string): TestResult => ({ name, status: 'fail', ms: 0, message })
export const stageOf = (name: string, tests: TestResult[]): Stage => ({
  name,
  status: tests.some(({ status }) => status === 'fail')
    ? 'fail'
    : tests.some(({ status }) => status === 'pass')
      ? 'pass'
      : 'unver',
  tests,
})

type Cold = { engine: Engine; state: AppState; before: App; head: App; previous: string | null; folder: string }

async function install({ engine, before, state }: Cold): Promise<Stage> {
  const trouble = await bringUp(engine, before.stack)
  if (trouble !== null) return stageOf('install', [failed('test_install.ts::test_services_converged', trouble)])
  return stageOf('install', await runTests('install', before, state))
}

async function upgrade({ engine, state, before, head, previous }: Cold): Promise<Stage> {
  if (previous === null)
    return { name: 'upgrade', status: 'skip', tests: [], reason: 'first published release, nothing to upgrade from' }
  await state.create(before)
  step(`upgrade ${previous} -> ${head.version}`)
  const trouble = await bringUp(engine, head.stack)
  if (trouble !== null) return stageOf('upgrade', [failed('test_upgrade.ts::test_services_converged', trouble)])
  return stageOf('upgrade', await runTests('upgrade', head, state))
}

async function backup({ engine, state, head, folder }: Cold): Promise<Stage> {
  if (!(await state.isThere(head))) await state.create(head)
  const saved = await backUp(engine, head.stack, folder)
  detail(`saved: ${saved.join(', ') || 'nothing'}`)
  return stageOf('backup', await runTests('backup', head, state))
}

async function restored({ engine, state, head, folder }: Cold): Promise<Stage> {
  await state.remove(head)
  step('the state is removed; now the backup is put back')
  await restore(engine, head.stack, folder)
  await sleep(SETTLE_MS)
  return stageOf('restore', await runTests('restore', head, state))
}

const custom = async ({ head, state }: Cold): Promise<Stage> => stageOf('custom', await runTests('custom', head, state))

const TIERS = { install, upgrade, backup, restore: restored, custom }

/** Where a cold run puts its app: a name, a domain and a network of its own. */
export function coldPlace({ recipe, runId }: Settings): Place {
  const stack = `ci-${recipe}-${runId.split('-').at(-1) ?? ''}`
  return {
    stack,
    domain: `${stack}.practice.test`,
    network: `${stack}_proxy`,
    kept: false,
    secret: randomBytes(18).toString('base64url'),
  }
}

/** What throws in a tier fails it; a tier after which the app is down leaves the rest unver. */
async function runTier(name: keyof typeof TIERS, cold: Cold): Promise<Stage> {
  boundary(`TIER ${name}`)
  try {
    return await TIERS[name](cold)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    detail(message)
    return stageOf(name, [failed(`test_${name}.ts::test_${name}_can_be_done`, message)])
  }
}

/** Deploys the release before this one once (or this one, if it is the first), and walks through the tiers. */
export async function runCold(engine: Engine, settings: Settings, place: Place): Promise<Stage[]> {
  const folder = mkdtempSync(join(tmpdir(), 'practice-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const stack = readStack(settings.recipeFolder, place)
  const version = versionOf(stack)
  const previous = releaseBefore(settings.recipeFolder, settings.commit, version)
  const first =
    previous === null
      ? stack
      : readStack(checkOutRelease(settings.recipeFolder, previous, join(folder, 'previous')), place)
  const before = appAt(engine, settings.recipe, place, first, previous ?? version)
  const head = appAt(engine, settings.recipe, place, stack, version)
  const cold: Cold = {
    engine,
    state: await loadState(settings.recipe),
    before,
    head,
    previous,
    folder: join(folder, 'backup'),
  }
  const stages: Stage[] = []
  step(`deploy once: ${previous ?? version}, at ${place.domain}`)
  for (const name of ['install', 'upgrade', 'backup', 'restore', 'custom'] as const) {
    const down =
      stages.some(({ name: known, status }) => (known === 'install' || known === 'upgrade') && status === 'fail') &&
      !(await isUp(engine, stack))
    if (down) boundary(`TIER ${name}`)
    if (down) step('not run: the app is down')
    stages.push(down ? { name, status: 'unver', tests: [] } : await runTier(name, cold))
  }
  return stages
}

async function isUp(engine: Engine, { name, services }: Cold['head']['stack']): Promise<boolean> {
  const tasks = (await engine.tasks()).filter(({ stack, running }) => stack === name && running)
  return services.every((service) =>
    tasks.some((task) => task.service === service.name && task.image === service.image),
  )
}
