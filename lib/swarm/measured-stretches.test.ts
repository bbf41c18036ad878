import { expect, test } from 'vitest'
import { measuredStretches } from './measured-stretches.ts'

test.each<[string, (number | null)[], number[][]]>([
  ['all of it, where all was measured', [3, 0, 5], [[3, 0, 5]]],
  ['two parts, where one sample between was not measured', [3, null, 5, 6], [[3], [5, 6]]],
  ['what lies between, where the ends were not measured', [null, 0, null, null], [[0]]],
  ['nothing, where nothing was measured', [null, null], []],
  ['nothing of nothing', [], []],
])('the pressure is drawn as %s', (_, measured, parts) => {
  const samples = measured.map((cpu, nth) => ({ atMs: nth * 1_000, load: 1, cpu }))
  expect(measuredStretches(samples).map((part) => part.map(({ cpu }) => cpu))).toEqual(parts)
})
