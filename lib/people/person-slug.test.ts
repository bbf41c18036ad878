import { expect, test } from 'vitest'
import { personSlug } from './person-slug.ts'

test.each([
  ['Ada Lovelace', 'ada-lovelace'],
  ["Zoë O'Neill", 'zoe-o-neill'],
  ['  trav/bot 2 ', 'trav-bot-2'],
  ['李雷', 'person'],
  ['../..', 'person'],
  ['a'.repeat(80), 'a'.repeat(32)],
  [`${'a'.repeat(31)} b`, 'a'.repeat(31)],
])('the id of %j begins with %s', (name, slug) => {
  expect(personSlug(name)).toBe(slug)
})
