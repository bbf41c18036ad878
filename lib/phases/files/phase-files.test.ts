import { expect, test } from 'vitest'
import { aCopy } from '#lib/testing/a-copy.ts'
import { findPhaseFile, phaseFileName } from './phase-files.ts'

test.each(['REVIEW', 'STATUS'] as const)('%s-redfix.md is printed from the record', (file) => {
  const found = findPhaseFile('redfix', phaseFileName(file, 'redfix'))
  expect(found?.print(aCopy())).toMatch(new RegExp(`^# ${file} — phase redfix `))
})

test.each(['JOURNAL-redfix.md', 'REVIEW-conc.md', 'review-redfix.md', 'REVIEW-redfix', 'toString', ''])(
  'of a file called “%s” there is no copy',
  (name) => {
    expect(findPhaseFile('redfix', name)).toBeNull()
  },
)
