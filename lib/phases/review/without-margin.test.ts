import { expect, test } from 'vitest'
import { withoutMargin } from './without-margin.ts'

test.each([
  ['no margin', ['# a', '  b'], ['# a', '  b']],
  ['a margin of spaces', ['    # a', '', '      b'], ['# a', '', '  b']],
  ['a margin of tabs', ['\t# a', '\t\tb'], ['# a', '\tb']],
  ['as much as all share', ['   # a', '  b'], [' # a', 'b']],
  ['tabs and spaces, which share nothing', ['\t# a', '    b'], ['\t# a', '    b']],
  ['a blank line in the margin', ['  # a', ' ', '  b'], ['# a', '', 'b']],
  ['only blank lines', ['  ', ''], ['  ', '']],
])('%s', (_, lines, without) => {
  expect(withoutMargin(lines)).toEqual(without)
})
