import { expect, test } from 'vitest'
import { fileAt, type SourceFile, sourceFiles } from './source-files.ts'

/** What must not reach the browser: weight (zod), and whatever only the server may know. */
const SERVER_ONLY = /^(zod|drizzle-orm|better-sqlite3|better-auth|ssh2|node-ssh|node:.*)$/

test('what runs in the browser needs neither zod nor the server', () => {
  const clients = sourceFiles.filter((file) => file.directive === 'use client')
  expect(clients.flatMap((file) => wayToTheServer(file) ?? [])).toEqual([])
})

/** The chain of imports from a file to something of the server's, or null. A 'use server' file is a door: only its address goes out. */
function wayToTheServer(file: SourceFile, seen = new Set<string>()): string | null {
  seen.add(file.path)
  for (const one of file.imports.filter(({ typeOnly }) => !typeOnly)) {
    if (one.packageName !== null && SERVER_ONLY.test(one.packageName)) return `${file.path} -> ${one.packageName}`
    const next = one.file === null ? null : fileAt(one.file)
    if (next === null || seen.has(next.path) || next.directive === 'use server') continue
    const way = wayToTheServer(next, seen)
    if (way !== null) return `${file.path} -> ${way}`
  }
  return null
}

test.each([
  ['dangerouslySetInnerHTML', /dangerouslySetInnerHTML/],
  ['style attributes, which the content security policy refuses', /\sstyle=[{"']/],
])('no markup uses %s', (_, pattern) => {
  expect(
    sourceFiles.filter(({ path, code }) => path.endsWith('.tsx') && pattern.test(code)).map(({ path }) => path),
  ).toEqual([])
})
