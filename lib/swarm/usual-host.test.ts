import { expect, test } from 'vitest'
import { chosenHost } from './usual-host.ts'

const HOSTS = [{ host: 'cc-ci' }, { host: 'practice' }]

test.each([
  ['the one that was asked for', HOSTS, 'practice', 'practice'],
  ['the usual one, where none was', HOSTS, undefined, 'cc-ci'],
  ['the usual one, where there is no such host', HOSTS, 'elsewhere', 'cc-ci'],
  ['none, where there is none', [], 'cc-ci', null],
])('a page works with %s', (_, hosts, asked, chosen) => {
  expect(chosenHost(hosts, asked)?.host ?? null).toBe(chosen)
})
