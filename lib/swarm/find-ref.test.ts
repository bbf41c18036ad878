import { expect, test } from 'vitest'
import { checkedLabel, trunkOf } from './find-ref.ts'

const MAIN = { commit: 'a'.repeat(40), name: 'main' }
const MASTER = { commit: 'b'.repeat(40), name: 'master' }
const FIX = { commit: 'c'.repeat(40), name: 'fix' }

test.each([
  ['main', [MASTER, FIX, MAIN], MAIN],
  ['master, where there is no main', [FIX, MASTER], MASTER],
  ['nothing, where there is neither: the first reference is no main', [FIX], null],
  ['nothing of an empty repository', [], null],
])('main is %s', (_, refs, trunk) => {
  expect(trunkOf(refs)).toBe(trunk)
})

test.each([
  ['is kept where the host says the same', MAIN.commit, 'main', 'main'],
  ['is dropped where that reference stands elsewhere', FIX.commit, 'main', null],
  ['is dropped where the host has no such reference', FIX.commit, 'fix-2', null],
])('a label %s', (_, commit, label, kept) => {
  expect(checkedLabel([MAIN, FIX], commit, label)).toBe(kept)
})
