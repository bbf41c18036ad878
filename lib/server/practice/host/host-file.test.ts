import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { quote } from './host-file.ts'

test.each([["it's"], ['$(id) `id` "x"'], ['a\nb'], ['']])('%j stays one word of a shell', (text) => {
  expect(execFileSync('sh', ['-c', `printf %s ${quote(text)}`], { encoding: 'utf8' })).toBe(text)
})
