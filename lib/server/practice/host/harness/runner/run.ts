import { coldPlace, runCold } from './cold.ts'
import { lockDomain, sweepRemains, tearDown } from './deployment.ts'
import { lint } from './lint.ts'
import { boundary, detail, line, status, step, warn, wasPrinted } from './log.ts'
import { putToSleep, runPromote, warmPlace } from './promote.ts'
import { readStack, versionOf } from './recipe.ts'
import { type Stage, writeReport } from './report.ts'
import { engine as makeEngine, readSettings } from './settings.ts'

const settings = readSettings()
const engine = makeEngine()
const warm = settings.profile === 'promote' || settings.profile === 'warm'
const place = warm ? warmPlace(settings) : coldPlace(settings)
const unlock = await lockDomain(place.domain)

async function clear(): Promise<boolean> {
  if (!warm) return tearDown(engine, place)
  await putToSleep(engine, settings.recipe, place)
  return true
}

let ending = false
process.on('SIGTERM', async () => {
  if (ending) return
  ending = true
  warn('terminated: tearing down')
  await clear().catch((error: unknown) => warn(String(error)))
  await engine.close()
  unlock()
  process.exit(143)
})

line(`practice harness: ${settings.recipe} ${settings.commit.slice(0, 10)}, profile ${settings.profile}`)
boundary('TIER lint')
const linted = lint(settings.recipeFolder)
detail(linted.text.trim())
status(linted.status, `lint: ${linted.detail} (verdict-neutral)`)

await sweepRemains(engine, place)
let stages: Stage[] = []
try {
  stages = await (warm ? runPromote(engine, settings, place) : runCold(engine, settings, place))
} catch (error) {
  warn(error instanceof Error ? error.message : String(error))
}
boundary('TEARDOWN')
const cleanTeardown = await clear()
await engine.close()
unlock()
if (ending) await new Promise(() => {}) // the handler above has the last word

boundary('SUMMARY')
for (const stage of stages) status(stage.status, stage.name)
if (stages.length === 0) warn('no tier ran')
const version = versionOf(readStack(settings.recipeFolder, place))
const report = {
  version,
  stages,
  lint: linted,
  cleanTeardown,
  noSecretLeak: place.secret === undefined || !wasPrinted(place.secret),
}
if (stages.length > 0) writeReport(settings, report, new Date())
const green = stages.length > 0 && stages.every((stage) => stage.status === 'pass' || stage.status === 'skip')
step(
  green
    ? 'every tier passed'
    : `red at ${stages.find((stage) => stage.status !== 'pass' && stage.status !== 'skip')?.name ?? 'the start'}`,
)
process.exit(green ? 0 : 1)
