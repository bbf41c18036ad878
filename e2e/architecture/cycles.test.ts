import { expect, test } from 'vitest'
import { type SourceFile, sourceFiles } from './source-files.ts'

type Graph = ReadonlyMap<string, readonly string[]>

/** Only imports that exist when the program runs: two types may mention each other. */
const graphOf = (files: readonly SourceFile[]): Graph =>
  new Map(
    files.map(({ path, imports }) => [path, imports.filter((one) => !one.typeOnly).flatMap((one) => one.file ?? [])]),
  )

test('no file imports itself, however far around', () => {
  expect(findCycle(graphOf(sourceFiles))).toBeNull()
})

test('a cycle over three files is found and named', () => {
  const graph: Graph = new Map([
    ['start', ['a']],
    ['a', ['b']],
    ['b', ['c', 'd']],
    ['c', ['a']],
    ['d', []],
  ])
  expect(findCycle(graph)).toBe('a -> b -> c -> a')
})

/** The first cycle, written out, or null. Each file is walked once. */
function findCycle(graph: Graph): string | null {
  const done = new Set<string>()
  const visit = (path: string, above: readonly string[]): string | null => {
    if (above.includes(path)) return [...above.slice(above.indexOf(path)), path].join(' -> ')
    if (done.has(path)) return null
    for (const next of graph.get(path) ?? []) {
      const cycle = visit(next, [...above, path])
      if (cycle !== null) return cycle
    }
    done.add(path)
    return null
  }
  for (const path of graph.keys()) {
    const cycle = visit(path, [])
    if (cycle !== null) return cycle
  }
  return null
}
