import { expect, test } from 'vitest'
import { chanceOf } from './chance.ts'

const thousandOf = (seed: number): number[] => {
  const chance = chanceOf(seed)
  return Array.from({ length: 1_000 }, () => chance.below(6))
}

test('the same seed gives the same numbers, another seed gives others', () => {
  expect(thousandOf(1)).toEqual(thousandOf(1))
  expect(thousandOf(1)).not.toEqual(thousandOf(2))
})

test('each number comes about as often as the others', () => {
  const drawn = thousandOf(3)
  const counts = [0, 1, 2, 3, 4, 5].map((side) => drawn.filter((one) => one === side).length)
  expect(Math.min(...counts)).toBeGreaterThan(120)
  expect(drawn.every((one) => one >= 0 && one < 6)).toBe(true)
})
