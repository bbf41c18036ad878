import { expect, test } from 'vitest'
import { sameSitePath } from './same-site-path.ts'

test.each([
  ['/people', '/people'],
  ['/phases/redfix/timeline?kind=claim.filed#e12', '/phases/redfix/timeline?kind=claim.filed'],
  ['/a/../people', '/people'],
])('%s is kept as %s', (wanted, path) => {
  expect(sameSitePath(wanted)).toBe(path)
})

test.each([
  [null],
  [undefined],
  [''],
  ['people'],
  ['//evil.example'],
  ['/\\evil.example'],
  ['/\t/evil.example'],
  ['/.//evil.example'],
  ['/a/..//evil.example'],
  ['https://evil.example/'],
  ['javascript:alert(1)'],
])('%j leads to the front page', (wanted) => {
  expect(sameSitePath(wanted)).toBe('/')
})
