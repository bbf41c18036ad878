import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type BlobStore, createBlobStore } from '../blobs/blob-store.ts'
import { whyNotALog } from './why-not-a-log.ts'

let folder: string
let store: BlobStore
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'gatehouse-logs-'))
  store = createBlobStore(folder)
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const KIB = 1024

test.each([
  ['a plain log', 'first\nsecond\n', null],
  ['invalid UTF-8 and escapes', Buffer.from([0x66, 0xff, 0xfe, 0x1b, 0x5b, 0x6d]), null],
  ['a NUL byte', 'first\nsec\u0000ond\n', 'This is not a text log: line 2 holds a NUL byte.'],
  ['UTF-16', Buffer.from('red\n', 'utf16le'), 'This is not a text log: line 1 holds a NUL byte.'],
  [
    'a NUL as the last of 64 KiB',
    `${'x'.repeat(64 * KIB - 1)}\u0000`,
    'This is not a text log: line 1 holds a NUL byte.',
  ],
  ['a NUL after that, as a disk that filled up leaves', `${'x'.repeat(64 * KIB)}\u0000`, null],
])('a log with %s', async (_, content, sentence) => {
  const received = await store.receive(Readable.from([Buffer.from(content)]), { maxBytes: 1024 * KIB })
  if (!received.ok) throw new Error(received.refusal.sentence)
  const { digest: sha256, size } = received.value
  expect(await whyNotALog({ name: 'a.log', sha256, size }, store)).toBe(sentence)
})
