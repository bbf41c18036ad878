import { expect, test } from 'vitest'
import { isTest, sourceFiles } from './source-files.ts'

// Small files are found by their name, read at once and changed without reading the rest.
const sizes = sourceFiles.filter((file) => !isTest(file)).toSorted((a, b) => a.lines - b.lines)

test('the median file has fewer than 80 lines', () => {
  expect(sizes[Math.floor(sizes.length / 2)]?.lines).toBeLessThan(80)
})

test('nine files in ten have fewer than 200 lines', () => {
  const long = sizes.filter(({ lines }) => lines >= 200).map(({ path, lines }) => `${path}: ${lines}`)
  expect(long.length <= sizes.length / 10 ? [] : long).toEqual([])
})
