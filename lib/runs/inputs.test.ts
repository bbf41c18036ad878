import { expect, test } from 'vitest'
import { AttachRunInput } from './inputs.ts'

const tiersOf = (tiers: object) => {
  const parsed = AttachRunInput.shape.tiers.safeParse(tiers)
  return parsed.success ? parsed.data.map(({ name, status }) => `${name} ${status}`) : parsed.error.issues[0]?.message
}

test.each([
  ['each tier of the harness', { lint: 'pass', custom: 'fail' }, ['lint pass', 'custom fail']],
  ['what was left empty', { install: '', upgrade: 'unver' }, ['upgrade unver']],
  ['a tier that the harness does not have', { custom: 'pass', bribe: 'pass' }, 'The harness has no such tier.'],
  ['an empty one of that kind', { bribe: '' }, 'The harness has no such tier.'],
  ['the name of something every object has', { constructor: 'pass' }, 'The harness has no such tier.'],
])('tiers are typed: %s', (_, tiers, expected) => {
  expect(tiersOf(tiers)).toEqual(expected)
})
