import { expect, test } from 'vitest'
import { hostRunIdOf } from './run-request.ts'
import { whyCannotTake } from './why-cannot-take.ts'

const OWN = hostRunIdOf(31, '0a1b2c3d4e5f')
const LISTED = [{ name: '753' }, { name: 'm2rr-gitea' }, { name: 'g31-fix' }, { name: OWN }]

test.each(['753', 'm2rr-gitea', 'g31-fix'])('the run folder %s of the harness is taken', (name) => {
  expect(whyCannotTake(name, 'cc-ci', LISTED)).toBeNull()
})

test.each([
  ['a run that was started here', OWN, 'This run was started here: it is evidence already, or will be.'],
  ['one that was, and is gone', 'g7-00000000', 'This run was started here: it is evidence already, or will be.'],
  ['a folder that the host does not list', '754', 'cc-ci lists no run folder 754.'],
])('%s is not taken', (_, name, sentence) => {
  expect(whyCannotTake(name, 'cc-ci', LISTED)?.sentence).toBe(sentence)
})
