import { expect, test } from 'vitest'
import { versionBefore } from './version-before.ts'

const refs = ['main', 'fix', 'tags/0.10.0+3.5.2', 'tags/0.9.1+3.5.0', 'tags/newest', 'tags/0.9.0+3.5.0', 'pull/4/head']
const before = (version: string) =>
  versionBefore(
    refs.map((name) => ({ name })),
    version,
  )

test.each([
  ['0.10.0+3.5.2', '0.9.1+3.5.0'],
  ['0.9.1+3.5.0', '0.9.0+3.5.0'],
  ['0.9.0+3.5.0', null],
  ['0.11.0+3.6.0', null],
  ['newest', null],
])('before %s came %s', (version, earlier) => {
  expect(before(version)).toBe(earlier)
})
