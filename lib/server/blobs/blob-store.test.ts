import { createHash } from 'node:crypto'
import { chmod, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { refusalOfDisk } from './blob-refusal.ts'
import { type BlobStore, createBlobStore } from './blob-store.ts'

let folder: string
let store: BlobStore
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'gatehouse-blobs-'))
  store = createBlobStore(folder)
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex')
const filesUnder = async (part: string) =>
  (await readdir(path.join(folder, part), { recursive: true, withFileTypes: true }).catch(() => [])).filter((entry) =>
    entry.isFile(),
  )
const streamOf = (...chunks: string[]) => Readable.from(chunks.map((chunk) => Buffer.from(chunk)))
const LIMIT = { maxBytes: 1_000 }
const receive = async (text: string) => {
  const received = await store.receive(streamOf(text), LIMIT)
  if (!received.ok) throw new Error(received.refusal.sentence)
  return received.value
}
const textOf = async (digest: string, range?: { start?: number; end?: number }) => {
  const opened = await store.open(digest, range)
  if (!opened.ok) return opened.refusal.reason
  return Buffer.concat(await opened.value.toArray()).toString()
}

describe('what is received', () => {
  test('lies under its digest, whole, sealed, and nothing is left in incoming', async () => {
    const received = await store.receive(streamOf('converged ', 'after 206 s\n'), LIMIT)
    const digest = sha256('converged after 206 s\n')
    expect(received).toEqual({ ok: true, value: { digest, size: 22 } })
    const file = path.join(folder, 'blobs', digest.slice(0, 2), digest.slice(2, 4), digest)
    expect(await readFile(file, 'utf8')).toBe('converged after 206 s\n')
    expect((await stat(file)).mode & 0o777).toBe(0o400)
    expect(await filesUnder('incoming')).toEqual([])
    expect(await store.size(digest)).toBe(22)
    expect(await store.verify(digest)).toEqual({ ok: true, value: { digest, size: 22 } })
  })

  test('twice is stored once', async () => {
    expect(await receive('same')).toEqual(await receive('same'))
    expect(await filesUnder('blobs')).toHaveLength(1)
  })

  test('twenty at once, half of them the same', async () => {
    const received = await Promise.all(Array.from({ length: 20 }, (_, i) => receive(i % 2 === 0 ? 'same' : `log ${i}`)))
    expect(new Set(received.map((blob) => blob.digest)).size).toBe(11)
    expect(await filesUnder('blobs')).toHaveLength(11)
    expect(await filesUnder('incoming')).toEqual([])
  })

  test('an empty stream is a blob of no bytes, and can be read', async () => {
    const { digest, size } = await receive('')
    expect(size).toBe(0)
    expect(await textOf(digest)).toBe('')
  })

  test('exactly at the limit is taken', async () => {
    expect((await store.receive(streamOf('12345'), { maxBytes: 5 })).ok).toBe(true)
  })
})

describe('what is refused leaves nothing behind', () => {
  const nothingIsLeft = async () => {
    expect(await filesUnder('incoming')).toEqual([])
    expect(await filesUnder('blobs')).toEqual([])
  }

  test('one byte over the limit', async () => {
    const received = await store.receive(streamOf('12345', '6'), { maxBytes: 5 })
    expect(received).toEqual({
      ok: false,
      refusal: { reason: 'too_large', sentence: 'The file is larger than 5 bytes, the most that is taken.' },
    })
    await nothingIsLeft()
  })

  test('a stream that breaks', async () => {
    const breaks = (async function* () {
      yield Buffer.from('half')
      throw new Error('connection reset')
    })()
    const received = await store.receive(breaks, LIMIT)
    expect(received.ok ? null : received.refusal.reason).toBe('cut')
    await nothingIsLeft()
  })

  test('a stream that is destroyed from outside', async () => {
    const stream = new Readable({ read() {} })
    stream.push('half')
    setTimeout(() => stream.destroy(), 20)
    const received = await store.receive(stream, LIMIT)
    expect(received.ok ? null : received.refusal.reason).toBe('cut')
    await nothingIsLeft()
  })

  test('a disk that is full, and one that does not take files', async () => {
    // /dev/full answers every write with ENOSPC, as a full disk does.
    const full: unknown = await writeFile('/dev/full', 'x').catch((error: unknown) => error)
    expect(refusalOfDisk(full)).toEqual({
      reason: 'disk_full',
      sentence: 'The disk of this server is full; the file was not kept.',
    })
    const received = await createBlobStore('/dev/null').receive(streamOf('x'), LIMIT)
    expect(received.ok ? null : received.refusal).toEqual({
      reason: 'not_written',
      sentence: 'The disk of this server did not take the file (ENOTDIR); it was not kept.',
    })
  })

  test('a staged blob that is discarded', async () => {
    const staged = await store.stage(streamOf('x'), LIMIT)
    if (staged.ok) await store.discard(staged.value)
    await nothingIsLeft()
  })
})

describe('reading', () => {
  test.each<[string, { start?: number; end?: number }, string]>([
    ['all', {}, '0123456789'],
    ['from the third', { start: 2 }, '23456789'],
    ['up to the third', { end: 2 }, '01'],
    ['an end beyond the end', { start: 8, end: 99 }, '89'],
    ['nothing', { start: 4, end: 4 }, ''],
    ['beyond the end', { start: 10 }, ''],
  ])('%s', async (_, range, expected) => {
    const { digest } = await receive('0123456789')
    expect(await textOf(digest, range)).toBe(expected)
  })

  test.each([
    ['a path', '../../etc/passwd'],
    ['a digest in capitals', 'A'.repeat(64)],
    ['a digest and more', `${'a'.repeat(64)}/x`],
    ['a digest and a line', `${'a'.repeat(64)}\n`],
    ['nothing', ''],
  ])('%s is no digest and reaches no path', async (_, digest) => {
    expect(await textOf(digest)).toBe('not_a_digest')
    expect(await store.size(digest)).toBeNull()
    expect(await store.findBeside(digest, 'lines')).toBeNull()
    expect((await store.keepBeside(digest, 'lines', Buffer.from('x'))).ok).toBe(false)
    const verified = await store.verify(digest)
    expect(verified.ok ? null : verified.refusal.reason).toBe('not_a_digest')
  })

  test('a digest nobody stored is missing', async () => {
    expect(await textOf('a'.repeat(64))).toBe('missing')
    expect(await store.size('a'.repeat(64))).toBeNull()
  })

  test('a flipped byte is damaged, and receiving the bytes again heals it', async () => {
    const { digest } = await receive('evidence')
    const file = path.join(folder, 'blobs', digest.slice(0, 2), digest.slice(2, 4), digest)
    await chmod(file, 0o600)
    await writeFile(file, 'evidenze')
    const verified = await store.verify(digest)
    expect(verified.ok ? null : verified.refusal).toEqual({
      reason: 'damaged',
      sentence: `The file ${digest.slice(0, 12)} no longer has the bytes it was stored with.`,
    })
    await receive('evidence')
    expect((await store.verify(digest)).ok).toBe(true)
  })
})

describe('what a killed process left in incoming', () => {
  const now = new Date('2026-06-18T00:25:00Z')
  test.each([
    ['an hour and a millisecond old: removed', -3_600_001, 1],
    ['exactly an hour old: left', -3_600_000, 0],
    ['still being written: left', 0, 0],
  ])('%s', async (_, ageMs, removed) => {
    await store.stage(streamOf('half'), LIMIT)
    const [left] = await filesUnder('incoming')
    const at = new Date(now.getTime() + ageMs)
    await utimes(path.join(folder, 'incoming', left?.name ?? ''), at, at)
    expect(await store.sweepIncoming(3_600_000, now)).toBe(removed)
    expect(await filesUnder('incoming')).toHaveLength(1 - removed)
  })

  test('no folder yet, nothing to do', async () => {
    expect(await store.sweepIncoming(0, now)).toBe(0)
  })
})

test('300 MB go through with flat memory', { timeout: 20_000 }, async () => {
  const chunk = Buffer.alloc(2 ** 20, 'converged after 206 s, all services up\n')
  const before = process.memoryUsage().rss
  let highest = before
  const stream = (async function* () {
    for (let i = 0; i < 300; i++) {
      highest = Math.max(highest, process.memoryUsage().rss)
      yield chunk
    }
  })()
  const received = await store.receive(stream, { maxBytes: 2 ** 30 })
  expect(received.ok ? received.value.size : 0).toBe(300 * 2 ** 20)
  expect(highest - before).toBeLessThan(150 * 2 ** 20)
})
