import { afterEach, beforeEach, expect, test } from 'vitest'
import { aSpool } from './follow-fixture.ts'
import { searchLog } from './search-log.ts'

let spool: Awaited<ReturnType<typeof aSpool>>
beforeEach(async () => {
  spool = await aSpool()
})
afterEach(() => spool.remove())

async function found(log: string | Buffer, needle: string) {
  await spool.append(log)
  const search = searchLog(spool.log.source(), await spool.log.grow(), needle)
  await search.over
  return search
}

test.each<[string, string | Buffer, string, number[]]>([
  ['every line that has it', 'a\nfoo\nb\nfoo foo\n', 'foo', [2, 4]],
  ['whatever its case', 'FOO\nFoo\n', 'foo', [1, 2]],
  ['letters beyond ASCII', 'Größe\nGRÖSSE Ö\n', 'ö', [1, 2]],
  ['through colours', '\u001b[31mFAIL\u001b[0mED\n', 'failed', [1]],
  ['a last line without an end', 'a\nfoo', 'foo', [2]],
  ['CRLF', 'foo\r\nbar\r\n', 'bar', [2]],
  ['what is a pattern elsewhere is literal', 'a.c\nabc\n', 'a.c', [1]],
  ['around bytes that are no UTF-8', Buffer.from([0xff, 0x0a, 0x66, 0x6f, 0x6f, 0xff]), 'foo', [2]],
  ['not what is masked', 'POSTGRES_PASSWORD=hunter2\n', 'hunter2', []],
  ['not the inside of a key', '-----BEGIN RSA PRIVATE KEY-----\nQWxs\n-----END RSA PRIVATE KEY-----\n', 'qwxs', []],
  ['not what is cut', `${'x '.repeat(3_000)}foo\nfoo\n`, 'foo', [2]],
  ['in an empty log', '', 'foo', []],
])('%s', async (_, log, needle, lines) => {
  expect((await found(log, needle)).hits).toEqual(lines)
})

test('in a log of many blocks, one of them a line of 5 MB, each hit has its own number', async () => {
  const part = Array.from({ length: 30_000 }, (_, nth) => (nth % 10_000 === 0 ? 'needle' : `hay ${nth}`)).join('\n')
  const search = await found(`${part}\n${'z'.repeat(5_000_000)}\n${part}\nneedle`, 'needle')
  expect(search.hits).toEqual([1, 10_001, 20_001, 30_002, 40_002, 50_002, 60_002])
  expect([search.state, search.searched, search.lineCount]).toEqual(['done', 60_002, 60_002])
})

test('too many hits are counted up to a limit', async () => {
  const search = await found('needle\n'.repeat(30_000), 'needle')
  expect(search.state).toBe('more')
  expect(search.hits.length).toBeLessThan(16_000)
})
