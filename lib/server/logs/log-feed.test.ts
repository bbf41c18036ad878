import { mkdtempSync, rmSync } from 'node:fs'
import { rename, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { aSpool } from './follow-fixture.ts'
import { logStream } from './log-stream.ts'
import { readLogWindow } from './log-window.ts'

const data = mkdtempSync(join(tmpdir(), 'gatehouse-feed-'))
process.env.GATEHOUSE_DATA = data
afterAll(() => rmSync(data, { recursive: true, force: true }))

let spool: Awaited<ReturnType<typeof aSpool>>
beforeEach(async () => {
  spool = await aSpool()
})
afterEach(() => spool.remove())

test('lines appear as they are written, with the parts of the run, and then the end', async () => {
  const reader = spool.follow()
  await spool.append('gatehouse: start\n===== TIER install =====\npulling ')
  await reader.until(() => reader.seen.lines.length === 2)
  await spool.append('image\r\n\u001b[31mFAILED\u001b[0m\n')
  await reader.until(() => reader.seen.lines.length === 4)
  await spool.append('last, without an end')
  await spool.end()
  await reader.until(() => reader.seen.ended)
  expect(reader.texts()).toEqual([
    'gatehouse: start',
    '===== TIER install =====',
    'pulling image',
    'FAILED',
    'last, without an end',
  ])
  expect(reader.seen.lines.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5])
  expect(reader.seen.lines[3]).toEqual({ number: 4, spans: [{ text: 'FAILED', tone: 'red' }] })
  expect(reader.seen.parts).toEqual(['1 start', '2 install'])
  expect(reader.seen.over, 'what is recorded still comes').toBe(false)
  await reader.leave()
})

test('a log that is not there yet is waited for', async () => {
  const reader = spool.follow()
  await new Promise((resolve) => setTimeout(resolve, 120))
  await spool.append('here\n')
  await reader.until(() => reader.texts().includes('here'))
  await reader.leave()
})

test('progress dots appear although the line has no end; half a secret does not', async () => {
  const reader = spool.follow()
  await spool.append('waiting ..')
  await reader.until(() => reader.seen.partials.includes('waiting ..'))
  await spool.append('..')
  await reader.until(() => reader.seen.partials.includes('waiting ....'))
  await spool.append(' https://bot:hunter')
  await reader.until(() => reader.seen.partials.includes('waiting .... '))
  await spool.append('2@git.example.org\n')
  await reader.until(() => reader.seen.lines.length === 1)
  expect(reader.texts()).toEqual(['waiting .... https://bot:[masked]@git.example.org'])
  expect(reader.seen.partials.join()).not.toContain('hunter')
  await reader.leave()
})

test('whoever comes while a line has no end gets what there is of it', async () => {
  await spool.append('one\ntw')
  const reader = spool.follow()
  await reader.until(() => reader.seen.partials.length > 0)
  expect([reader.texts(), reader.seen.partials]).toEqual([['one'], ['tw']])
  await reader.leave()
})

test('readers who are cut again and again have every line once, as it is in the file', async () => {
  const lines = Array.from({ length: 6_000 }, (_, nth) => `line ${nth} ${'.'.repeat((nth * 37) % 200)}`)
  const writing = (async () => {
    for (let at = 0; at < lines.length; ) {
      const some = 1 + ((at * 7) % 90)
      const text = lines.slice(at, at + some).join('\n')
      const half = Math.floor(text.length / 2)
      await spool.append(text.slice(0, half))
      await spool.append(`${text.slice(half)}\n`)
      at += some
    }
    await spool.end()
  })()
  const whole: string[] = []
  for (let at = 0, ended = false, wanted = 1; !ended; wanted += 150) {
    const reader = spool.follow(at)
    await reader.until(() => reader.seen.lines.length >= wanted % 700 || reader.seen.ended)
    await reader.leave()
    whole.push(...reader.texts())
    ;({ at, ended } = reader.seen)
  }
  await writing
  expect(whole).toEqual(lines)
})

test('a reader who does not read is dropped, the others are not, and it resumes where it was', {
  timeout: 30_000,
}, async () => {
  const abort = new AbortController()
  const idle = logStream(
    { feed: spool.feed, source: spool.log.source() },
    { byte: 0, mostLines: null },
    'redfix',
    abort.signal,
  )
  const waiting = idle.getReader()
  await waiting.read()
  const other = spool.follow()
  const lines = Array.from({ length: 20_000 }, (_, nth) => `line ${nth} ${'x'.repeat(90)}`)
  for (let at = 0; at < lines.length; at += 500) {
    await spool.append(`${lines.slice(at, at + 500).join('\n')}\n`)
    await other.until(() => other.seen.lines.length >= at + 500)
  }
  expect(other.texts()).toEqual(lines)
  let rest = ''
  for (;;) {
    const { done, value } = await waiting.read()
    if (done) break
    rest += Buffer.from(value).toString()
  }
  expect(rest.length, 'no more was kept for it than it may leave waiting, and a frame').toBeLessThan(300 * 1024)
  const lastId = Number(/.*^id: (\d+)$/ms.exec(rest)?.[1])
  const again = spool.follow(lastId)
  await again.until(() => again.seen.lines.at(-1)?.number === lines.length)
  expect(`${again.texts()[0]}`).toBe(lines[(again.seen.lines[0]?.number ?? 0) - 1])
  expect(rest).toContain(`"number":${(again.seen.lines[0]?.number ?? 0) - 1},`)
  await Promise.all([other.leave(), again.leave()])
  abort.abort()
})

test('one line of 50 MB, bytes that are no UTF-8 and a secret cut by chunks come as the viewer shows them', {
  timeout: 30_000,
}, async () => {
  const reader = spool.follow()
  const long = Buffer.alloc(10 * 2 ** 20, 'z')
  for (let nth = 0; nth < 5; nth++) await spool.append(long)
  await spool.append('\nPOSTGRES_PASS')
  await reader.until(() => reader.seen.lines.length === 1)
  await spool.append('WORD=hun')
  await new Promise((resolve) => setTimeout(resolve, 150))
  await spool.append('ter2 done\na')
  await spool.append(Buffer.from([0xc3]))
  await new Promise((resolve) => setTimeout(resolve, 150))
  await spool.append(Buffer.from([0xa4, 0xff, 0x0a]))
  await reader.until(() => reader.seen.lines.length === 3)
  expect(reader.seen.lines[0]).toMatchObject({ cut: '… cut here, the line has 50 MiB' })
  expect(reader.texts()[0]?.length).toBe(4_000)
  expect(reader.texts().slice(1)).toEqual(['POSTGRES_PASSWORD=[masked] done', 'aä\uFFFD'])
  expect(reader.seen.partials.join()).not.toMatch(/hun|\uFFFD/)
  await reader.leave()
})

test('a private key that comes line by line stays masked, also for whoever comes in its middle', async () => {
  const body = 'QWxsIHRoZSBrZXlzIG9mIHRoZSBraW5nZG9t'
  const early = spool.follow()
  await spool.append('-----BEGIN RSA PRIVATE KEY-----\n')
  await early.until(() => early.seen.lines.length === 1)
  await spool.append(`${body}\n`)
  await early.until(() => early.seen.lines.length === 2)
  const late = spool.follow(early.seen.at)
  await spool.append(`${body}\n-----END RSA PRIVATE KEY-----\nafter\n`)
  await Promise.all([early, late].map((one) => one.until(() => one.texts().includes('after'))))
  expect(early.texts().slice(1, 3)).toEqual(['[masked]', '[masked]'])
  expect(late.texts()[0]).toBe('[masked]')
  await Promise.all([early.leave(), late.leave()])
})

test('whoever is far behind goes on near the end where that was asked for', async () => {
  await spool.append(Array.from({ length: 30_000 }, (_, nth) => `line ${nth}\n`).join(''))
  const reader = spool.follow(0, 2_000)
  await reader.until(() => reader.seen.lines.at(-1)?.number === 30_000)
  expect(reader.seen.lines[0]?.number).toBeGreaterThan(20_000)
  expect(reader.seen.lines[0]?.number).toBeLessThanOrEqual(28_001)
  await reader.leave()
})

test('a log that is set right at its end goes on where it was, and windows show the right one', async () => {
  await spool.append('one\nbroken\n')
  const reader = spool.follow()
  await reader.until(() => reader.seen.lines.length === 2)
  await writeFile(`${spool.log.file}.again`, 'one\ntwo, \nset right\nthree\n')
  await rename(`${spool.log.file}.again`, spool.log.file)
  await reader.until(() => reader.texts().at(-1) === 'three')
  const window = await readLogWindow(spool.log.source(), { fromLine: 1 }, 10)
  expect(window.ok && window.value.lines.map(({ text }) => text)).toEqual(['one', 'two, ', 'set right', 'three'])
  await reader.leave()
})

test('nothing is read while nobody follows', async () => {
  await spool.append('one\n')
  const reader = spool.follow()
  await reader.until(() => reader.seen.lines.length === 1)
  await reader.leave()
  await spool.append('two\n')
  await new Promise((resolve) => setTimeout(resolve, 150))
  expect([spool.log.size, spool.log.followed]).toEqual([4, false])
})
