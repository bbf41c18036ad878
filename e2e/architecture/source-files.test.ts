import { expect, test } from 'vitest'
import { fileAt, findImports, sourceFiles } from './source-files.ts'

test('imports are read in every form in which they are written', () => {
  const code = [
    "import { a,\n  type B } from '#lib/a.ts'",
    "import type { C } from './c.ts'",
    "import './d.css'",
    "export { e } from '../e.ts'",
    "export const f = () => import('@scope/f/deep')",
    "import { readFileSync } from 'node:fs'",
    "export const g = { from: 'nowhere' }",
  ].join('\n')
  expect(findImports(code, 'app/here/x.ts').map((one) => [one.file ?? one.packageName, one.typeOnly])).toEqual([
    ['lib/a.ts', false],
    ['app/here/c.ts', true],
    ['app/e.ts', false],
    ['node:fs', false],
    ['app/here/d.css', false],
    ['@scope/f', false],
  ])
})

test('an import of ours names a file that is there', () => {
  const missing = sourceFiles.flatMap(({ path, imports }) =>
    imports
      .filter(({ file }) => file !== null && /\.(ts|tsx|mjs)$/.test(file) && fileAt(file) === null)
      .map(({ specifier }) => `${path} imports ${specifier}`),
  )
  expect(missing).toEqual([])
})
