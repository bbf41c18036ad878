import { expect, test } from 'vitest'
import { highestLevel } from './level.ts'
import { tierStatuses } from './tiers.ts'

/** "install pass, upgrade fail" */
const tiersOf = (text: string) =>
  text.split(', ').flatMap((pair) => {
    const [name = '', word = ''] = pair.split(' ')
    const status = tierStatuses.find((known) => known === word)
    return status === undefined ? [] : [{ name, status, tests: [] }]
  })

const all = 'install pass, upgrade pass, backup pass, restore pass, custom pass, lint pass'
test.each([
  [all, 5, 5],
  [all.replace('lint pass', 'lint fail'), 4, 4],
  [all.replace('custom pass', 'custom unver'), 3, 3],
  [all.replace('restore pass', 'restore fail'), 2, 2],
  [all.replace('upgrade pass', 'upgrade skip'), 5, 5],
  [all.replace('upgrade pass, ', ''), 1, 5],
  [all.replace('custom pass', 'custom skip').replace('lint pass', 'lint fail'), 3, 3],
  ['install fail, upgrade pass', 0, 0],
  ['upgrade pass', 0, 2],
  ['', 0, 0],
])('%s', (text, whenAbsentBlocks, whenAbsentIsIgnored) => {
  expect(highestLevel(tiersOf(text), 'blocks')).toBe(whenAbsentBlocks)
  expect(highestLevel(tiersOf(text), 'ignored')).toBe(whenAbsentIsIgnored)
})
