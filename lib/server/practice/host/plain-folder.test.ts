import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { plainFolder } from './plain-folder.ts'

let place: string
let temporary: string
let folder: string
beforeEach(() => {
  place = realpathSync(mkdtempSync(join(tmpdir(), 'gatehouse-plain-')))
  temporary = join(place, 'tmp')
  folder = join(place, 'my data')
  for (const path of [temporary, folder, join(place, 'elsewhere')]) mkdirSync(path)
})
afterEach(() => rmSync(place, { recursive: true }))

test('a folder without spaces keeps its name', () => {
  expect(plainFolder(temporary, temporary)).toBe(temporary)
  expect(readdirSync(temporary)).toEqual([])
})

test('a folder with a space gets one without, the same at the next start', () => {
  const plain = plainFolder(folder, temporary)
  expect(plain).not.toMatch(/\s/)
  expect(realpathSync(plain)).toBe(folder)
  expect(plainFolder(folder, temporary)).toBe(plain)
})

describe('what somebody else put there under that name is not believed', () => {
  test.each([
    ['a link to elsewhere', (name: string) => symlinkSync(join(place, 'elsewhere'), name)],
    ['a link to nothing', (name: string) => symlinkSync(join(place, 'gone'), name)],
    ['a folder', (name: string) => mkdirSync(name)],
  ])('%s', (_, put) => {
    const usual = plainFolder(folder, temporary)
    rmSync(usual)
    put(usual)
    const plain = plainFolder(folder, temporary)
    expect(plain).not.toBe(usual)
    expect(realpathSync(plain)).toBe(folder)
    expect(dirname(plain)).not.toBe(temporary)
  })
})
