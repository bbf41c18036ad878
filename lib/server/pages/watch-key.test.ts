import { expect, test } from 'vitest'
import { findPhaseByWatchKey, watchKey } from './watch-key.ts'

const SECRET = 's'.repeat(64)
const PHASES = ['redfix', 'canon']
const KEY = watchKey(SECRET, 'canon')

test('a key opens its own phase, and is the same at every start', () => {
  expect(KEY).toMatch(/^[\w-]{24}$/)
  expect(watchKey(SECRET, 'canon')).toBe(KEY)
  expect(findPhaseByWatchKey(SECRET, PHASES, KEY)).toBe('canon')
  expect(findPhaseByWatchKey(SECRET, PHASES, watchKey(SECRET, 'redfix'))).toBe('redfix')
})

test.each([
  ['nothing', ''],
  ['the name of a phase', 'canon'],
  ['the beginning of a key', KEY.slice(0, 23)],
  ['a key and more', `${KEY}A`],
  ['a key with one letter changed', `${KEY.slice(0, 23)}${KEY.endsWith('A') ? 'B' : 'A'}`],
  ['as many letters of more bytes', 'é'.repeat(24)],
  ['a key under another secret', watchKey('t'.repeat(64), 'canon')],
  ['a key of a phase that was never opened', watchKey(SECRET, 'elsewhere')],
])('%s opens nothing', (_, key) => {
  expect(findPhaseByWatchKey(SECRET, PHASES, key)).toBeNull()
})
