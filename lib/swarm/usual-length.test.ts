import { describe, expect, test } from 'vitest'
import { recordOf } from '#lib/testing/record-of.ts'
import { run, theAdversary } from '#lib/testing/steps.ts'
import { usualLength, wordLength, wordTotal } from './usual-length.ts'

const MINUTE = 60_000
const lasting = (minutes: number, different: object = {}) =>
  run('mumble', {
    startedAt: '2026-06-17T23:00:00Z',
    endedAt: new Date(Date.parse('2026-06-17T23:00:00Z') + minutes * MINUTE).toISOString(),
    ...different,
  })

describe('a run takes as long as earlier ones of its recipe and profile', () => {
  test.each([
    ['nobody knows, where there is none', [], null],
    ['as the only one', [lasting(4)], 4],
    ['as the middle one of three', [lasting(30), lasting(4), lasting(5)], 5],
    ['between the middle two of four', [lasting(1), lasting(4), lasting(6), lasting(30)], 5],
    ['whoever ran it', [run('mumble', lastingFor(7), theAdversary)], 7],
    ['not as one under load', [lasting(4, { condition: 'load' })], null],
    ['not as one that was cut off', [lasting(1, { conclusion: 'lost' })], null],
    ['not as one of another recipe', [run('gitea', { recipe: 'gitea', ...lastingFor(9) })], null],
  ])('%s', (_, steps, minutes) => {
    expect(usualLength(recordOf(...steps), 'mumble', 'alone')).toBe(minutes === null ? null : minutes * MINUTE)
  })
})

function lastingFor(minutes: number) {
  const startedAt = '2026-06-17T23:00:00Z'
  return { startedAt, endedAt: new Date(Date.parse(startedAt) + minutes * MINUTE).toISOString() }
}

test.each([
  [[MINUTE], '1 run, about 1m 00s'],
  [[45 * MINUTE, 65 * MINUTE], '2 runs, about 1 h 50'],
  [[null, 8 * MINUTE], '2 runs, about 8 min, 1 of them not known'],
  [[null, null], '2 runs, how long is not known'],
])('%j are %s', (lengths, words) => {
  expect(wordTotal(lengths)).toBe(words)
})

test.each([
  [9_000, '9s'],
  [119_999, '1m 59s'],
  [2 * MINUTE, '2 min'],
  [60 * MINUTE, '1 h'],
  [64.6 * MINUTE, '1 h 05'],
])('%i ms is %s', (ms, words) => {
  expect(wordLength(ms)).toBe(words)
})
