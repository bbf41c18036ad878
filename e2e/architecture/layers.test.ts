import { expect, test } from 'vitest'
import { isTest, type SourceFile, sourceFiles } from './source-files.ts'

/** Which layer may import which: arrows point inwards, types included. */
const MAY_IMPORT = {
  top: ['app', 'components', 'lib/server', 'db', 'lib', 'e2e'],
  app: ['app', 'components', 'lib/server', 'db', 'lib'],
  components: ['components', 'lib'],
  'lib/server': ['lib/server', 'db', 'lib'],
  db: ['db', 'lib'],
  lib: ['lib'],
  e2e: ['e2e', 'lib/server', 'db', 'lib'],
} as const satisfies Record<string, readonly string[]>
type Layer = keyof typeof MAY_IMPORT

/** The core is pure: it knows one package. Its tests may know more. */
const PACKAGES_OF_LIB = ['zod']

const layers: readonly Layer[] = ['app', 'components', 'lib/server', 'db', 'lib', 'e2e']
const layerOf = (path: string): Layer => layers.find((layer) => path.startsWith(`${layer}/`)) ?? 'top'

test.each([
  ['lib/gates/a.ts', 'lib'],
  ['lib/server/a.ts', 'lib/server'],
  ['proxy.ts', 'top'],
])('%s belongs to the layer %s', (path, layer) => expect(layerOf(path)).toBe(layer))

test('imports point inwards', () => {
  const outward = sourceFiles.flatMap(({ path, imports }) => {
    const allowed: readonly Layer[] = MAY_IMPORT[layerOf(path)]
    return imports
      .filter(({ file }) => file !== null && !allowed.includes(layerOf(file)))
      .map(({ specifier }) => `${path} imports ${specifier}`)
  })
  expect(outward).toEqual([])
})

test('the core imports no package but zod', () => {
  const core = sourceFiles.filter((file) => layerOf(file.path) === 'lib' && !isTest(file))
  const others = core.flatMap((file) => packagesOf(file).map((name) => ({ path: file.path, name })))
  expect(others.filter(({ name }) => !PACKAGES_OF_LIB.includes(name))).toEqual([])
})

test('tables know no zod, forms know no Drizzle', () => {
  const db = sourceFiles.filter((file) => file.path.startsWith('db/') && file.path.endsWith('tables.ts'))
  const rest = sourceFiles.filter(
    (file) => layerOf(file.path) !== 'db' && layerOf(file.path) !== 'e2e' && !isTest(file),
  )
  const mixed = [...withPackage(db, 'zod'), ...withPackage(rest, 'drizzle-orm')]
  expect(mixed).toEqual([])
})

function packagesOf(file: SourceFile): string[] {
  return file.imports.flatMap(({ packageName }) => packageName ?? [])
}

function withPackage(files: readonly SourceFile[], name: string): string[] {
  return files.filter((file) => packagesOf(file).includes(name)).map((file) => `${file.path} imports ${name}`)
}
