import { expect, test } from 'vitest'
import { findLeadingTime, findStatedTime, readStatedTime } from './stated-time.ts'

test.each([
  ['2026-06-18T00:10Z', '2026-06-18T00:10:00Z', 'minute'],
  ['2026-06-18T06:46:59Z', '2026-06-18T06:46:59Z', 'second'],
  ['2026-06-18 06:46:59.250 UTC', '2026-06-18T06:46:59Z', 'second'],
  ['2026-06-18 00:10 UTC', '2026-06-18T00:10:00Z', 'minute'],
  ['2026-06-18T01:10+02:00', '2026-06-17T23:10:00Z', 'minute'],
  ['00:10Z', null, 'time-only'],
  ['2026-06-18T00:10', null, 'minute'],
  ['2026-02-30T00:10Z', null, 'minute'],
  ['2026-06-18T24:10Z', null, 'minute'],
])('reads the stated time %s as %s, to the %s', (written, at, precision) => {
  expect(readStatedTime(written)).toEqual({ written, at, precision })
})

test.each([
  ['**PASS** @ 2026-06-18T01:18Z', '2026-06-18T01:18Z'],
  ['PASS @2026-05-26T21:35Z', '2026-05-26T21:35Z'],
  ['at 00:10Z, then 2026-06-18T01:18Z.', '2026-06-18T01:18Z'],
  ['at 00:10Z', '00:10Z'],
  ['load 0.8, ratio 12:30, on 2026-06-18', null],
])('finds in "%s" the time %s', (text, written) => {
  expect(findStatedTime(text)?.statedAt.written ?? null).toBe(written)
})

test.each([
  ['2026-06-18T00:10Z — stayed off the swarm', 'stayed off the swarm', true],
  ['[00:10Z] stayed off the swarm', 'stayed off the swarm', false],
  ['`2026-06-18T00:10Z`: stayed off', 'stayed off', false],
  ['2026-06-18T00:10Z–00:40Z — idle', '–00:40Z — idle', false],
])('the words of "%s" begin after the stamp', (text, words, separated) => {
  const found = findLeadingTime(text)
  expect([text.slice(found?.end), found?.separated]).toEqual([words, separated])
})
