import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type BlobStore, createBlobStore } from '../blobs/blob-store.ts'
import { sealedLog } from './log-source.ts'
import { type LogWindowStart, readLogWindow } from './log-window.ts'

let folder: string
let store: BlobStore
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'gatehouse-logs-'))
  store = createBlobStore(folder)
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function stored(chunks: Iterable<string | Buffer>): Promise<string> {
  const received = await store.receive(
    Readable.from(chunks).map((chunk) => Buffer.from(chunk)),
    { maxBytes: 2 ** 31 },
  )
  if (!received.ok) throw new Error(received.refusal.sentence)
  return received.value.digest
}
async function windowOf(digest: string, from: LogWindowStart, lineCount = 10) {
  const read = await readLogWindow(sealedLog(store, digest), from, lineCount)
  if (!read.ok) throw new Error(read.refusal.sentence)
  return read.value
}
const shown = async (log: string | Buffer, from: LogWindowStart, lineCount = 10) =>
  (await windowOf(await stored([log]), from, lineCount)).lines.map((line) => `${line.number} ${line.text}`)
const fixture = (name: string) => readFile(new URL(`../../../e2e/fixtures/logs/${name}`, import.meta.url))

describe('the lines of a log', () => {
  test.each<[string, string | Buffer, string[]]>([
    ['no line', '', []],
    ['one without an end', 'a', ['1 a']],
    ['one with an end', 'a\n', ['1 a']],
    ['an empty one in the middle', 'a\n\nb\n', ['1 a', '2 ', '3 b']],
    ['only ends', '\n\n', ['1 ', '2 ']],
    ['CRLF', 'a\r\nb\r\n', ['1 a', '2 b']],
    ['a carriage return within a line stays', '12 %\r58 %\n', ['1 12 %\r58 %']],
    ['CRLF alone', '\r\n', ['1 ']],
    ['a byte order mark', '\uFEFFa\nb', ['1 a', '2 b']],
    ['bytes that are no UTF-8', Buffer.from([0x61, 0xff, 0x62, 0x0a, 0xc3]), ['1 a\uFFFDb', '2 \uFFFD']],
    ['NUL and escapes come through as they are', 'a\0\x1b[31m\n', ['1 a\0\x1b[31m']],
  ])('%s', async (_, log, lines) => {
    expect(await shown(log, { fromLine: 1 })).toEqual(lines)
  })

  const ten = 'one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine\nten'
  test.each<[string, LogWindowStart, number, string]>([
    ['from a line', { fromLine: 4 }, 2, '4 four, 5 five'],
    ['from before the first', { fromLine: -7 }, 2, '1 one, 2 two'],
    ['from beyond the last', { fromLine: 99 }, 2, '10 ten'],
    ['at the end', { atEnd: true }, 3, '8 eight, 9 nine, 10 ten'],
    [
      'at the end of a short log',
      { atEnd: true },
      20,
      ten
        .split('\n')
        .map((text, i) => `${i + 1} ${text}`)
        .join(', '),
    ],
    ['from the first byte', { fromByte: 0 }, 1, '1 one'],
    ['from a byte in the middle of a line', { fromByte: 10 }, 1, '3 three'],
    ['from the byte that ends a line', { fromByte: 3 }, 1, '1 one'],
    ['from the first byte of a line', { fromByte: 4 }, 1, '2 two'],
    ['from beyond the last byte', { fromByte: 10_000 }, 1, '10 ten'],
    ['from no number', { fromLine: Number.NaN }, 1, '1 one'],
    ['no lines asked for is one', { fromLine: 2 }, 0, '2 two'],
  ])('%s', async (_, from, lineCount, expected) => {
    expect((await shown(ten, from, lineCount)).join(', ')).toBe(expected)
  })

  test('a window knows the whole: lines, bytes, where each line starts and how long it is', async () => {
    const window = await windowOf(await stored([Buffer.from('ä\r\nbc\n')]), { fromLine: 1 })
    expect(window).toEqual({
      lineCount: 2,
      size: 7,
      unfinished: null,
      endOfLines: 7,
      outline: [],
      lines: [
        { number: 1, startByte: 0, byteLength: 2, text: 'ä', cut: false },
        { number: 2, startByte: 4, byteLength: 2, text: 'bc', cut: false },
      ],
    })
  })

  test('the fixtures: the discourse log whole, the mumble log with CRLF', async () => {
    const discourse = await fixture('discourse-m1.log')
    const lines = await shown(discourse, { fromLine: 1 }, 500)
    expect(lines.map((line) => line.replace(/^\d+ /, '')).join('\n')).toBe(discourse.toString().trimEnd())
    expect((await shown(await fixture('mumble-crlf.log'), { atEnd: true }, 2)).join(', ')).toBe(
      '20 2026-06-18T00:04:29Z level 5, 21 exit 0',
    )
  })

  test('a log that is not there is missing', async () => {
    const read = await readLogWindow(sealedLog(store, 'a'.repeat(64)), { fromLine: 1 }, 1)
    expect(read.ok ? null : read.refusal.reason).toBe('missing')
  })
})

describe('a very long line', () => {
  test('of exactly 4,000 characters is whole, one more and it is cut, with its real length', async () => {
    const [whole, cut] = (
      await windowOf(await stored([`${'x'.repeat(4_000)}\n${'x'.repeat(4_001)}\r\n`]), { fromLine: 1 })
    ).lines
    expect(whole).toMatchObject({ cut: false, byteLength: 4_000 })
    expect(cut).toMatchObject({ cut: true, byteLength: 4_001 })
    expect(cut?.text).toHaveLength(4_000)
  })

  test('is not cut through an emoji, nor through the word that may be a token', async () => {
    const emoji = `${' '.repeat(3_999)}🔥${'y'.repeat(9)}`
    const token = `${'x '.repeat(1_990)}${'t'.repeat(40)}`
    const lines = (await windowOf(await stored([`${emoji}\n${token}\n`]), { fromLine: 1 })).lines
    expect(lines[0]?.text).toBe(' '.repeat(3_999))
    expect(lines[1]?.text).toBe('x '.repeat(1_990))
  })

  test.each([
    ['longer than a chunk', 100_000],
    ['longer than the far jump', 700_000],
    ['longer than the distance of two marks', 5_000_000],
  ])('%s: the lines around it stay right', async (_, length) => {
    const digest = await stored([`before\n${'é'.repeat(length / 2)}\r\nafter\n${'z'.repeat(length)}`])
    const { lines, lineCount } = await windowOf(digest, { fromLine: 1 })
    expect(lineCount).toBe(4)
    expect(lines.map((line) => [line.number, line.byteLength, line.text.slice(0, 6)])).toEqual([
      [1, 6, 'before'],
      [2, length, 'éééééé'],
      [3, 5, 'after'],
      [4, length, 'zzzzzz'],
    ])
    expect((await windowOf(digest, { fromByte: length }, 1)).lines[0]?.number).toBe(2)
    expect((await windowOf(digest, { fromLine: 3 }, 1)).lines[0]?.text).toBe('after')
  })
})

describe('the index beside the log', () => {
  const lines = [Array.from({ length: 20_000 }, (_, i) => `line ${i + 1}\n`).join('')]
  const besides = async () =>
    (await readdir(folder, { recursive: true }))
      .filter((name) => name.endsWith('.lines'))
      .map((name) => path.join(folder, name))

  test('is built at the first view, kept, and every line is found by it', async () => {
    const digest = await stored(lines)
    expect(await besides()).toEqual([])
    for (const line of [1, 4_095, 4_096, 4_097, 8_193, 16_385, 20_000])
      expect((await windowOf(digest, { fromLine: line }, 1)).lines[0]?.text).toBe(`line ${line}`)
    expect(await besides()).toHaveLength(1)
  })

  test.each([
    ['cut', (bytes: Buffer) => bytes.subarray(0, bytes.length - 3)],
    ['emptied', () => Buffer.alloc(0)],
    [
      'of a longer log',
      (bytes: Buffer) => {
        const longer = Buffer.from(bytes)
        longer.writeDoubleLE(bytes.readDoubleLE(8) + 5, 8)
        return longer
      },
    ],
    ['of marks in disorder', (bytes: Buffer) => Buffer.concat([bytes, bytes.subarray(24, 40)])],
    ['of something else', () => Buffer.from('lines!')],
  ])('is built again when it was %s', async (_, damage) => {
    const digest = await stored(lines)
    await windowOf(digest, { fromLine: 1 })
    const [file = ''] = await besides()
    const good = await readFile(file)
    await rm(file)
    await writeFile(file, damage(good))
    expect((await windowOf(digest, { fromLine: 9_000 }, 1)).lines[0]?.text).toBe('line 9000')
    expect(await readFile(file)).toEqual(good)
  })

  test('many first views at once get the same', async () => {
    const digest = await stored(lines)
    const windows = await Promise.all(Array.from({ length: 10 }, () => windowOf(digest, { atEnd: true }, 1)))
    expect(new Set(windows.map((window) => window.lines[0]?.text))).toEqual(new Set(['line 20000']))
  })
})

test('200 MB: its index is built in turns with flat memory, and any line is found', { timeout: 30_000 }, async () => {
  const line = (n: number) =>
    `2026-06-18T00:${String(n).padStart(10, '0')}Z converged after 206 s, all services are up\n`
  const perChunk = 10_000
  const chunks = 300
  const digest = await stored(
    (function* () {
      for (let i = 0; i < chunks; i++)
        yield Array.from({ length: perChunk }, (_, n) => line(i * perChunk + n + 1)).join('')
    })(),
  )
  expect(await store.size(digest)).toBeGreaterThan(200_000_000)

  let turns = 0
  const ticking = setInterval(() => {
    turns += 1
  }, 1)
  const before = process.memoryUsage().rss
  await windowOf(digest, { fromLine: 1 }, 200)
  clearInterval(ticking)
  expect(turns, 'others had their turn meanwhile').toBeGreaterThan(10)
  expect(process.memoryUsage().rss - before).toBeLessThan(150 * 2 ** 20)

  for (const wanted of [1, 123_456, 1_500_000, 2_999_900, 3_000_000]) {
    const { lines } = await windowOf(digest, { fromLine: wanted }, 200)
    expect(`${lines[0]?.text}\n`).toBe(line(wanted))
  }
})
