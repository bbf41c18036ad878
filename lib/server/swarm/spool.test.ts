import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { markEnded, Spool } from './spool.ts'
import { sweepSpools } from './sweep-spools.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-spool-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const never = () => Promise.reject(new Error('The disk is not full.'))

test('a spool goes on where it was left', async () => {
  const first = await Spool.open(join(folder, '31'), never)
  await first.write(Buffer.from('one\ntw'))
  await first.close()
  const second = await Spool.open(join(folder, '31'), never)
  expect(second.size).toBe(6)
  await second.write(Buffer.from('o\n'))
  expect(second.size).toBe(8)
  await second.close()
  expect(readFileSync(join(folder, '31/log'), 'utf8')).toBe('one\ntwo\n')
})

test('only what ended long ago is swept away', async () => {
  for (const run of ['1', '2', '3']) mkdirSync(join(folder, run))
  await markEnded(join(folder, '1'))
  await markEnded(join(folder, '2'))
  const now = new Date()
  const before = new Date(now.getTime() - 60_001)
  utimesSync(join(folder, '1/ended'), before, before)
  expect(await sweepSpools(folder, 60_000, now)).toBe(1)
  expect(['1', '2', '3'].map((run) => existsSync(join(folder, run)))).toEqual([false, true, true])
  expect(await sweepSpools(join(folder, 'nowhere'), 0, now)).toBe(0)
})
