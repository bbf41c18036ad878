import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openDatabase } from '#db/open-database.ts'
import { authSecret } from './auth/secret.ts'
import { explainFault } from './explain-fault.ts'

const folder = mkdtempSync(join(tmpdir(), 'gatehouse-fault-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const thrownBy = (act: () => unknown): unknown => {
  try {
    act()
  } catch (error) {
    return error
  }
  return null
}
const coded = (code: string) => Object.assign(new Error(`${code}: raw words`), { code })

test('a file where the data folder must be', () => {
  const file = join(folder, 'file')
  writeFileSync(file, '')
  const sentence = `The data folder ${file} cannot be written: a file stands where a folder must be.`
  expect(
    explainFault(
      thrownBy(() => authSecret(file, undefined)),
      file,
    ),
  ).toBe(sentence)
  expect(
    explainFault(
      thrownBy(() => authSecret(join(file, 'in'), undefined)),
      file,
    ),
  ).toBe(sentence)
  expect(
    explainFault(
      thrownBy(() => openDatabase(join(file, 'x.sqlite'))),
      file,
    ),
  ).toBe(sentence)
})

test('a folder where the database must be', () => {
  const database = join(folder, 'gatehouse.sqlite')
  mkdirSync(database)
  chmodSync(database, 0o700)
  expect(
    explainFault(
      thrownBy(() => openDatabase(database)),
      '.data',
    ),
  ).toBe('The data folder .data cannot be written: the database cannot be opened there.')
})

test.each([
  ['EROFS', 'the disk is read-only.'],
  ['EACCES', 'this user may not write there.'],
  ['ENOSPC', 'the disk is full.'],
  ['SQLITE_READONLY_DIRECTORY', 'the database is read-only for this user.'],
  ['SQLITE_IOERR_WRITE', 'the disk failed.'],
])('%s', (code, because) => {
  expect(explainFault(coded(code), '.data')).toBe(`The data folder .data cannot be written: ${because}`)
})

test('what is no fault of a disk is left as it is', () => {
  expect(explainFault(new Error('This ledger was opened for practice.'), '.data')).toBeNull()
  expect(explainFault(coded('ERR_INVALID_ARG_TYPE'), '.data')).toBeNull()
})
