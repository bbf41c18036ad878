import { expect, test } from 'vitest'
import { matchPath, namesIn } from './match-path.ts'

const RULING = '/phases/{phase}/gates/{gate}/failures/{failure}/rulings'

test.each([
  ['/phases/redfix/gates/M1/failures/mumble/rulings', { phase: 'redfix', gate: 'M1', failure: 'mumble' }],
  ['/phases/redfix/gates/M2%28c%29/failures/a%2Fb/rulings', { phase: 'redfix', gate: 'M2(c)', failure: 'a/b' }],
  ['/phases/redfix/gates/M1/failures/mumble', null],
  ['/phases/redfix/gates/M1/failures/mumble/rulings/', null],
  ['/phases/redfix/gates//failures/mumble/rulings', null],
  ['/phases/%E0%A4%A/gates/M1/failures/mumble/rulings', null],
  ['/phases/redfix/gates/M1/failures/mumble/ruling', null],
])('%s', (path, params) => expect(matchPath(RULING, path)).toEqual(params))

test('a pattern names its parts', () => expect(namesIn(RULING)).toEqual(['phase', 'gate', 'failure']))
