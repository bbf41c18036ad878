import { expect, test } from 'vitest'
import { MeetObligationInput } from '#lib/obligations/inputs.ts'
import { readInput } from './verb.ts'

const params = { phase: 'redfix', obligation: '3' }

test('the path fills the fields of its names, the body the rest', () => {
  expect(readInput(MeetObligationInput, { how: 'Ran it.', evidence: null }, params)).toEqual({
    ok: true,
    value: { phase: 'redfix', obligation: 3, how: 'Ran it.', evidence: null },
  })
})

test.each([
  ['what the path says is said again as it is', { how: 'x', obligation: 3 }, null],
  ['another thing than the path says', { how: 'x', obligation: 4 }, { obligation: 'The address says something else.' }],
  ['a field that is misspelt', { hwo: 'x' }, { hwo: 'There is no such field here.' }],
  ['a field of every object', { how: 'x', constructor: 'y' }, { constructor: 'There is no such field here.' }],
  ['a field that is missing', {}, { how: 'Say how it was met.' }],
  ['a field of another kind', { how: ['x'] }, { how: 'Say how it was met.' }],
])('%s', (_, body, fields) => {
  const read = readInput(MeetObligationInput, body, params)
  expect(read.ok ? null : read.refusal.fields).toEqual(fields)
})
