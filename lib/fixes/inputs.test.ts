import { describe, expect, test } from 'vitest'
import { AttachFixInput } from './inputs.ts'

const typed = {
  ...{ phase: 'redfix', failure: 'mumble', kind: 'recipe-pr', repository: 'recipes/mumble', pullRequest: '4' },
  ...{ head: 'fee1600d', state: 'open', route: 'testme', promotion: 'nothing-promoted' },
  ...{ promotionReason: 'It has no warm name.', changes: 'It waits longer.' },
}
const issuesOf = (different: object) =>
  AttachFixInput.safeParse({ ...typed, ...different }).error?.issues.map(({ path, message }) => [
    path.join('.'),
    message,
  ]) ?? []

describe('a fix is attached as it is typed', () => {
  test.each<[string, object]>([
    ['with everything', {}],
    ['without a pull request, where the harness verifies it', { route: 'harness', pullRequest: '' }],
    ['without a reason, where it promotes', { promotion: 'promotes', promotionReason: '' }],
  ])('%s', (_, different) => {
    expect(issuesOf(different)).toEqual([])
  })
})

describe('a fix is not attached', () => {
  test.each<[string, object, string, string]>([
    [
      'by !testme without a pull request',
      { pullRequest: '' },
      'pullRequest',
      '!testme is given on a pull request: which one?',
    ],
    [
      'without saying why nothing is promoted',
      { promotionReason: ' ' },
      'promotionReason',
      'Say why nothing is promoted.',
    ],
    ['without a head', { head: '' }, 'head', 'At which commit does it stand?'],
    ['without saying what it changes', { changes: '' }, 'changes', 'Say in a sentence what it changes.'],
    ['in no repository', { repository: '' }, 'repository', 'In which repository?'],
    [
      'in a state that there is not',
      { state: 'approved' },
      'state',
      'Choose where it stands: what is closed mends nothing.',
    ],
    [
      'closed, which mends nothing',
      { state: 'closed' },
      'state',
      'Choose where it stands: what is closed mends nothing.',
    ],
  ])('%s', (_, different, field, message) => {
    expect(issuesOf(different)).toContainEqual([field, message])
  })
  test('at a commit that is too short to name one', () => {
    expect(issuesOf({ head: 'fee160' }).map(([field]) => field)).toEqual(['head'])
  })
})
