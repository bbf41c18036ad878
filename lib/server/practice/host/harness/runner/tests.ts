import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { App, AppState } from './app.ts'
import { detail, type Status, status } from './log.ts'

export type TestResult = { name: string; status: Status; ms: number; message: string }

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', 'tests')
const isFunction = (value: unknown): value is (app: App, state: AppState) => Promise<unknown> =>
  typeof value === 'function'

const clean = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n\n')[0] ?? ''

/** One test: what it throws is its failure; `skip` as its answer is one. */
async function runTest(name: string, test: () => Promise<unknown>): Promise<TestResult> {
  const began = performance.now()
  try {
    const answer = await test()
    return { name, status: answer === 'skip' ? 'skip' : 'pass', ms: Math.round(performance.now() - began), message: '' }
  } catch (error) {
    return { name, status: 'fail', ms: Math.round(performance.now() - began), message: clean(error) }
  }
}

/** The tests of a tier, first those that every recipe has, then its own. */
export async function runTests(tier: string, app: App, state: AppState): Promise<TestResult[]> {
  const results: TestResult[] = []
  const file = tier === 'custom' ? 'custom' : `test_${tier}.ts`
  const places = tier === 'custom' ? [] : [[join(ROOT, 'generic', file), file] as const]
  places.push([
    join(ROOT, app.recipe, tier === 'custom' ? 'test_custom.ts' : file),
    tier === 'custom' ? 'custom/' : file,
  ])
  for (const [path, shown] of places) {
    if (!existsSync(path)) continue
    const module: Record<string, unknown> = await import(pathToFileURL(path).href)
    const named: unknown = module.file
    const label = shown === 'custom/' ? `custom/${typeof named === 'string' ? named : 'test_custom.ts'}` : shown
    for (const name of exported(module)) {
      const test = module[name]
      if (!isFunction(test)) continue
      const result = await runTest(`${label}::${name}`, () => test(app, state))
      status(result.status, `${result.name} (${result.ms} ms)`)
      if (result.message !== '') detail(result.message)
      results.push(result)
    }
  }
  return results
}

/** In the order of the file's text a module cannot say; by name is stable. */
const exported = (module: Record<string, unknown>): string[] =>
  Object.keys(module)
    .filter((name) => name.startsWith('test_'))
    .sort()

export async function loadState(recipe: string): Promise<AppState> {
  const module: { state: AppState } = await import(pathToFileURL(join(ROOT, recipe, 'state.ts')).href)
  return module.state
}
