import { describe, expect, test } from 'vitest'
import { chanceOf } from '../chance.ts'
import { anEmptyDisk, filesAfterPowerCut, filesNow, take } from './disk.ts'
import type { Step } from './parse-trace.ts'
import { FATES } from './survivor.ts'

const made = (name: string): Step => ({ call: 'open', name, emptied: false })
const emptied = (name: string): Step => ({ call: 'open', name, emptied: true })
const written = (name: string, text: string): Step => ({ call: 'write', name, at: 0, bytes: Buffer.from(text) })
const synced = (name: string): Step => ({ call: 'sync', name })
const removed = (name: string): Step => ({ call: 'unlink', name })
const FOLDER = '.'

const asText = (files: ReadonlyMap<string, Buffer>) =>
  Object.fromEntries([...files].map(([name, content]) => [name, content.toString()]))

function diskAfter(steps: readonly Step[]) {
  const disk = anEmptyDisk()
  for (const step of steps) take(disk, step)
  return disk
}

const A = [made('a'), written('a', 'one'), synced('a'), synced(FOLDER)]

describe('when nothing survives that was not synced', () => {
  test.each<[string, Step[], { [name: string]: string }]>([
    ['a file whose content and name were synced is kept', A, { a: 'one' }],
    ['a write after the sync is lost', [...A, written('a', 'two')], { a: 'one' }],
    ['a write before the next sync is kept', [...A, written('a', 'two'), synced('a')], { a: 'two' }],
    ['a synced file in a folder that was not synced is lost', [made('a'), written('a', 'one'), synced('a')], {}],
    ['a name may be kept without the content', [made('a'), written('a', 'one'), synced(FOLDER)], { a: '' }],
    ['a removal that was not synced comes undone', [...A, removed('a')], { a: 'one' }],
    ['a removal that was synced holds', [...A, removed('a'), synced(FOLDER)], {}],
    [
      'a file made again under the same name is another file',
      [...A, removed('a'), made('a'), written('a', 'new')],
      { a: 'one' },
    ],
    ['opening it once more changes nothing', [...A, made('a')], { a: 'one' }],
    ['emptying it counts only once it is synced', [...A, emptied('a')], { a: 'one' }],
    ['emptying it and syncing it empties it', [...A, emptied('a'), synced('a')], { a: '' }],
  ])('%s', (_, steps, files) => {
    expect(asText(filesAfterPowerCut(diskAfter(steps), FATES['nothing unsynced survives'], chanceOf(1)))).toEqual(files)
  })
})

test('when everything survives, the files are as the program saw them', () => {
  const disk = diskAfter([...A, written('a', 'two'), made('b'), written('b', 'new'), made('c'), removed('c')])
  expect(asText(filesNow(disk))).toEqual({ a: 'two', b: 'new' })
  expect(filesAfterPowerCut(disk, FATES['everything survives'], chanceOf(1))).toEqual(filesNow(disk))
})

test('of two removals that were not synced, either may survive without the other', () => {
  const disk = diskAfter([...A, made('b'), synced('b'), synced(FOLDER), removed('a'), removed('b')])
  const left = Array.from({ length: 100 }, (_, seed) =>
    [...filesAfterPowerCut(disk, FATES['each sector for itself'], chanceOf(seed)).keys()].join(),
  )
  expect([...new Set(left)].sort()).toEqual(['', 'a', 'a,b', 'b'])
})

test('what was synced is never undone by an older write', () => {
  const disk = diskAfter([...A, written('a', 'two'), synced('a')])
  const left = Array.from({ length: 100 }, (_, seed) =>
    asText(filesAfterPowerCut(disk, FATES['each sector for itself'], chanceOf(seed))),
  )
  expect(new Set(left.map(({ a }) => a))).toEqual(new Set(['two']))
})

test('what was said changes no file', () => {
  expect(filesNow(diskAfter([{ call: 'say', text: '7 b\n' }]))).toEqual(new Map())
})

test('a file that nobody made cannot be written to', () => {
  expect(() => diskAfter([written('a', 'one')])).toThrow('There is no a to write.')
})
