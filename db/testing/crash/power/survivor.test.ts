import { describe, expect, test } from 'vitest'
import { chanceOf } from '../chance.ts'
import { type Change, changed, FATES, type Fate, SECTOR, survivor } from './survivor.ts'

const sectors = (letters: string): Buffer => Buffer.concat([...letters].map((letter) => Buffer.alloc(SECTOR, letter)))
const written = (sector: number, letters: string): Change => ({ at: sector * SECTOR, bytes: sectors(letters) })
const sized = (count: number): Change => ({ size: count * SECTOR })
/** One letter a sector; `.` for zeros. */
const read = (content: Buffer): string =>
  Array.from({ length: content.length / SECTOR }, (_, nth) => String.fromCharCode(content[nth * SECTOR] || 46)).join('')

describe('while the power is on', () => {
  test.each([
    ['a write replaces what was there', 'aaa', [written(1, 'b')], 'aba'],
    ['a write past the end makes the file longer, with zeros between', 'a', [written(2, 'b')], 'a.b'],
    ['a file cut short and grown again holds zeros', 'aaa', [sized(1), sized(3)], 'a..'],
    ['the later of two writes stands', 'a', [written(0, 'b'), written(0, 'c')], 'c'],
  ])('%s', (_, kept, changes, after) => expect(read(changed(sectors(kept), changes))).toBe(after))
})

const first: Fate = (count) => Math.min(count, 1)

describe('after a power cut', () => {
  test.each<[string, string, Change[], Fate, string]>([
    [
      'what was synced is kept when nothing else is',
      'ab',
      [written(0, 'x'), written(3, 'y')],
      FATES['nothing unsynced survives'],
      'ab',
    ],
    ['everything may survive', 'ab', [written(0, 'x'), written(3, 'y'), sized(3)], FATES['everything survives'], 'xb.'],
    ['a sector may stand as it was between two writes', 'a', [written(0, 'b'), written(0, 'c')], first, 'b'],
    ['a file may still have the length it had', 'abc', [sized(1)], FATES['nothing unsynced survives'], 'abc'],
  ])('%s', (_, kept, changes, fate, left) => {
    expect(read(survivor(sectors(kept), changes, fate, chanceOf(1)))).toBe(left)
  })

  test('a write may be torn, a later one may survive an earlier one, and what was not written is never touched', () => {
    const lefts = new Set(
      Array.from({ length: 500 }, (_, seed) =>
        read(
          survivor(
            sectors('aaaa'),
            [written(0, 'bb'), written(2, 'c')],
            FATES['each sector for itself'],
            chanceOf(seed),
          ),
        ),
      ),
    )
    expect([...lefts].sort()).toEqual(['aaaa', 'aaca', 'abaa', 'abca', 'baaa', 'baca', 'bbaa', 'bbca'])
  })

  test('a write within a sector leaves the rest of the sector as it was', () => {
    const left = survivor(
      sectors('a'),
      [{ at: 2, bytes: Buffer.from('xy') }],
      FATES['everything survives'],
      chanceOf(1),
    )
    expect(left.subarray(0, 6).toString()).toBe('aaxyaa')
  })
})
