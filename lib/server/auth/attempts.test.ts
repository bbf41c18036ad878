import { expect, test } from 'vitest'
import { countAttempts } from './attempts.ts'

const START = Date.parse('2026-06-18T00:25:00Z')
const after = (ms: number) => new Date(START + ms)
const ada = ['email:ada@example.org', 'address:203.0.113.9']

function triedTenTimes() {
  const attempts = countAttempts()
  for (let tries = 0; tries < 10; tries += 1) expect(attempts.begin(ada, after(0))).toBeNull()
  return attempts
}

test('ten tries are taken and the eleventh is refused, with how long to wait', () => {
  expect(triedTenTimes().begin(ada, after(60_000))).toBe(
    '10 tries within 5 minutes: no more are taken for 4m 00s. The password was not looked at.',
  )
})

test('the eleventh is refused one millisecond before five minutes have passed and taken at five minutes', () => {
  expect(triedTenTimes().begin(ada, after(299_999))).not.toBeNull()
  expect(triedTenTimes().begin(ada, after(300_000))).toBeNull()
})

test('refuses another email from the same address, and the same email from another address', () => {
  expect(triedTenTimes().begin(['email:eve@example.org', 'address:203.0.113.9'], after(1))).not.toBeNull()
  expect(triedTenTimes().begin(['email:ada@example.org', 'address:198.51.100.7'], after(1))).not.toBeNull()
  expect(triedTenTimes().begin(['email:eve@example.org', 'address:198.51.100.7'], after(1))).toBeNull()
})

test('a refused try does not lengthen the wait', () => {
  const attempts = triedTenTimes()
  attempts.begin(ada, after(299_000))
  expect(attempts.begin(ada, after(300_000))).toBeNull()
})

test('a try that succeeded is taken back', () => {
  const attempts = countAttempts()
  for (let tries = 0; tries < 30; tries += 1) {
    expect(attempts.begin(ada, after(tries))).toBeNull()
    attempts.succeed(ada, after(tries))
  }
})
