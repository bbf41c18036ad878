import { expect, test } from 'vitest'
import { findBoundary } from '#lib/logs/outline.ts'
import { LineIndexer } from './line-index.ts'
import { readMarks, writeMarks } from './line-marks.ts'
import { mayBeBoundary } from './may-be-boundary.ts'

function indexOf(log: string | Buffer, chunkBytes: number) {
  const bytes = Buffer.from(log)
  const indexer = new LineIndexer()
  for (let at = 0; at < bytes.length; at += chunkBytes) indexer.take(bytes.subarray(at, at + chunkBytes))
  return indexer
}

const BOUNDARIES = [
  'gatehouse: start',
  '===== TIER install =====',
  '2026-06-17T23:19:05Z \u001b[1m-- upgrade\u001b[0m',
  '[12:30:01] --- backup',
  '   == restore ==',
  'tests/mumble/test_custom.py::test_handshake PASSED',
  'TIER: teardown',
  'stage restore',
  'rung: lint',
  '==================== FAILURES ====================',
]
const LOG = BOUNDARIES.flatMap((line, nth) => [line, `line behind ${nth}`, line]).join('\r\n')

test.each(BOUNDARIES)('"%s" is a boundary, and by its bytes worth a look', (line) => {
  expect(findBoundary(line)).not.toBeNull()
  const bytes = Buffer.from(`before\n${line}`)
  expect(mayBeBoundary(bytes, 7, bytes.length)).toBe(true)
})

test('each part of the run stands in the outline once, at its first line, however the bytes were cut', () => {
  const whole = indexOf(`${LOG}\n`, 1_000_000).index()
  expect(whole.outline.map(({ line }) => line)).toEqual(BOUNDARIES.map((_, nth) => 1 + nth * 3))
  for (const chunkBytes of [1, 2, 3, 7, 64]) expect(indexOf(`${LOG}\n`, chunkBytes).index()).toEqual(whole)
})

test('what was kept of an index is read again as it was', () => {
  const index = indexOf(`${'a line\n'.repeat(10_000)}${LOG}\n`, 64_000).index()
  expect(readMarks(writeMarks(index))).toEqual(index)
})

test('a last line without an end counts, and is known by its beginning', () => {
  const indexer = indexOf(`one\n${'é'.repeat(20_000)}`, 1_001)
  expect(indexer.index()).toMatchObject({ lineCount: 2, size: 40_004 })
  expect(indexer.unfinished()).toMatchObject({ number: 2, startByte: 4 })
  expect(indexer.unfinished().head.length).toBe(16 * 1024)
})

test('an outline without end is cut', () => {
  const log = Array.from({ length: 1_000 }, (_, nth) => `== part ${nth} ==\n`).join('')
  expect(indexOf(log, 4_096).index().outline).toHaveLength(400)
})
