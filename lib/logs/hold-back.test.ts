import { expect, test } from 'vitest'
import { holdBack } from './hold-back.ts'

test.each<[string, string, string]>([
  ['progress dots stay', 'waiting for app.....', 'waiting for app.....'],
  ['the marks of a test runner stay', 'tests/test_install.py ..F.', 'tests/test_install.py ..F.'],
  [
    'an address without a user stays',
    'GET https://app.example.org:8443/health',
    'GET https://app.example.org:8443/health',
  ],
  ['a password in an address, before its @', 'push to https://bot:hunt', 'push to '],
  ['a short bearer', 'sent bearer ab', 'sent '],
  ['the beginning of a token', 'token is npm_abc', 'token is '],
  ['the beginning of a line of a key', `x ${'Ab1+'.repeat(8)}`, 'x '],
  ['nothing', '', ''],
])('%s', (_, unfinished, shown) => {
  expect(holdBack(unfinished)).toBe(shown)
})
