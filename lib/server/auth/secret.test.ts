import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { authSecret } from './secret.ts'

const folder = mkdtempSync(join(tmpdir(), 'gatehouse-secret-'))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('is made at the first start, kept for its owner only, and the same at the next', () => {
  const secret = authSecret(folder, undefined)
  expect(secret).toMatch(/^[0-9a-f]{64}$/)
  expect(authSecret(folder, undefined)).toBe(secret)
  expect(readdirSync(folder)).toEqual(['auth-secret'])
  expect(statSync(join(folder, 'auth-secret')).mode & 0o777).toBe(0o600)
})

test('one from the environment is taken and nothing is written', () => {
  expect(authSecret(join(folder, 'none'), 'x'.repeat(32))).toBe('x'.repeat(32))
  expect(() => readdirSync(join(folder, 'none'))).toThrow()
})

test('refuses one that is too short', () => {
  expect(() => authSecret(folder, 'x'.repeat(31))).toThrow('GATEHOUSE_SECRET needs at least 32 characters.')
})
