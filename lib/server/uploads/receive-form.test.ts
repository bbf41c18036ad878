import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type BlobStore, createBlobStore } from '../blobs/blob-store.ts'
import { type ReceiveAnswer, type ReceiveOptions, receiveForm } from './receive-form.ts'

let folder: string
let store: BlobStore
let options: ReceiveOptions
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'gatehouse-uploads-'))
  store = createBlobStore(folder)
  options = { store, files: { log: { maxBytes: 2 ** 30 }, results: { maxBytes: 1_000, label: 'results.json' } } }
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const sha256 = (bytes: string) => createHash('sha256').update(bytes).digest('hex')
const filesIn = async (part: string) =>
  (await readdir(path.join(folder, part), { recursive: true, withFileTypes: true }).catch(() => [])).filter((entry) =>
    entry.isFile(),
  )
const keptDigests = async () => (await filesIn('blobs')).map((entry) => entry.name).sort()

type Body = NonNullable<RequestInit['body']>
const post = (body: Body, headers: Record<string, string> = {}, signal?: AbortSignal) => {
  const init = { method: 'POST', body, headers, duplex: 'half', ...(signal && { signal }) }
  return new Request('http://127.0.0.1/runs', init)
}
const form = (...entries: [string, string | File][]) => {
  const body = new FormData()
  for (const [name, value] of entries) body.append(name, value)
  return post(body)
}
const MULTIPART = { 'content-type': 'multipart/form-data; boundary=X' }
const URLENCODED = { 'content-type': 'application/x-www-form-urlencoded' }
/** A part by hand: its headers and its text. */
const part = (disposition: string, text: string, more = '') =>
  `--X\r\nContent-Disposition: form-data; ${disposition}\r\n${more}\r\n${text}\r\n`
const END = '--X--\r\n'
/** A body that is sent piece by piece, at the pace at which it is read. */
const sent = (pieces: AsyncIterable<Uint8Array>) => {
  const iterator = pieces[Symbol.asyncIterator]()
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await iterator.next()
      if (next.done) controller.close()
      else controller.enqueue(next.value)
    },
  })
}
const inPieces = (text: string, size: number) =>
  sent(
    (async function* () {
      for (let at = 0; at < text.length; at += size) yield Buffer.from(text.slice(at, at + size))
    })(),
  )

const formOf = (received: ReceiveAnswer) => {
  if (!received.ok) throw new Error(received.refusal.sentence)
  return received.value
}
const refusalsOf = (received: ReceiveAnswer) =>
  received.ok ? [] : [received.refusal, ...received.others].map(({ field, sentence }) => `${field}: ${sentence}`)
const fieldsOf = (received: ReceiveAnswer) =>
  Object.fromEntries((received.ok ? received.value : received.received).fields)

describe('a form that is received', () => {
  test('gives its fields and its files, which lie in the store', async () => {
    const log = 'converged after 206 s\r\n'
    const received = await receiveForm(
      form(
        ['recipe', 'discourse'],
        ['condition', 'alone'],
        ['log', new File([log], 'discourse-m1.log', { type: 'text/plain' })],
        ['tier', 'install'],
        ['tier', 'upgrade'],
        ['remark', 'first\nsecond\r\nthird'],
      ),
      options,
    )
    const { fields, files } = formOf(received)
    expect([...fields]).toEqual([
      ['recipe', ['discourse']],
      ['condition', ['alone']],
      ['tier', ['install', 'upgrade']],
      ['remark', ['first\nsecond\nthird']],
    ])
    const digest = sha256(log)
    expect(files).toEqual([
      { field: 'log', filename: 'discourse-m1.log', digest, size: log.length, declaredType: 'text/plain' },
    ])
    expect(await keptDigests()).toEqual([digest])
    expect((await store.verify(digest)).ok).toBe(true)
    expect(await filesIn('incoming')).toEqual([])
  })

  test('an input left empty is absent', async () => {
    const body =
      part('name="log"; filename=""', '', 'Content-Type: application/octet-stream\r\n') + part('name="a"', 'b') + END
    const { fields, files } = formOf(await receiveForm(post(body, MULTIPART), options))
    expect(files).toEqual([])
    expect([...fields]).toEqual([['a', ['b']]])
    expect(await filesIn('incoming')).toEqual([])
  })

  test.each([1, 2, 3, 7, 64])('arrives the same in pieces of %i bytes', async (size) => {
    const body =
      part('name="a"', 'b') + part('name="log"; filename="x.log"', 'one\r\n--Y\r\ntwo') + part('name="c"', '') + END
    const { fields, files } = formOf(await receiveForm(post(inPieces(body, size), MULTIPART), options))
    expect([...fields]).toEqual([
      ['a', ['b']],
      ['c', ['']],
    ])
    expect(files[0]?.digest).toBe(sha256('one\r\n--Y\r\ntwo'))
  })

  test('a field named like a member of an object is a field like any other', async () => {
    const { fields } = formOf(await receiveForm(form(['__proto__', 'x'], ['constructor', 'y']), options))
    expect([...fields]).toEqual([
      ['__proto__', ['x']],
      ['constructor', ['y']],
    ])
  })

  test('a file name is only a label', async () => {
    const body = part('name="log"; filename="../../\u202Eevil.log"', 'x') + END
    expect(formOf(await receiveForm(post(body, MULTIPART), options)).files[0]?.filename).toBe('evil.log')
    const dots = part('name="log"; filename="../"', 'x') + END
    expect(formOf(await receiveForm(post(dots, MULTIPART), options)).files[0]?.filename).toBe('unnamed')
  })

  test('without files, as a browser without JavaScript sends it', async () => {
    const body = 'recipe=discourse&remark=first%0D%0Asecond+%C3%A4&tier=install&tier=upgrade&empty='
    const { fields, files } = formOf(await receiveForm(post(body, URLENCODED), options))
    expect(Object.fromEntries(fields)).toEqual({
      recipe: ['discourse'],
      remark: ['first\nsecond ä'],
      tier: ['install', 'upgrade'],
      empty: [''],
    })
    expect(files).toEqual([])
  })
})

describe('a file that is refused leaves the fields and the other file', () => {
  const named = (name: string, text: string) => new File([text], name)

  test.each<[string, [string, File][], string[], string[]]>([
    ['empty', [['log', named('a.log', '')]], ['log: The log file is empty.'], []],
    [
      'too large',
      [['results', named('r.json', 'x'.repeat(1_001))]],
      ['results: The results.json file is larger than 1000 bytes, the most that is taken.'],
      [],
    ],
    [
      'too large by far',
      [
        ['results', named('r.json', 'x'.repeat(3_000_000))],
        ['log', named('a.log', 'log')],
      ],
      ['results: The results.json file is larger than 1000 bytes, the most that is taken.'],
      ['log'],
    ],
    [
      'empty, beside a good one',
      [
        ['results', named('r.json', '')],
        ['log', named('a.log', 'log')],
      ],
      ['results: The results.json file is empty.'],
      ['log'],
    ],
    [
      'both empty',
      [
        ['results', named('r.json', '')],
        ['log', named('a.log', '')],
      ],
      ['results: The results.json file is empty.', 'log: The log file is empty.'],
      [],
    ],
    [
      'a second one',
      [
        ['log', named('a.log', 'log')],
        ['log', named('b.log', 'x'.repeat(500_000))],
      ],
      ['log: Only one log file is taken.'],
      ['log'],
    ],
    [
      'in a field that takes none',
      [['avatar', named('a.png', 'x'.repeat(500_000))]],
      ['null: The form takes no file as “avatar”.'],
      [],
    ],
    [
      'in a field named like a member of an object',
      [['constructor', named('a', 'x')]],
      ['null: The form takes no file as “constructor”.'],
      [],
    ],
  ])('%s', async (_, files, refusals, kept) => {
    const received = await receiveForm(form(['recipe', 'discourse'], ...files, ['remark', 'typed after it']), options)
    expect(refusalsOf(received)).toEqual(refusals)
    expect(fieldsOf(received)).toEqual({ recipe: ['discourse'], remark: ['typed after it'] })
    expect(received.ok ? [] : received.received.files.map((file) => file.field)).toEqual(kept)
    expect(await keptDigests()).toEqual(kept.map((text) => sha256(text)))
    expect(await filesIn('incoming')).toEqual([])
  })

  test('exactly at the limit is taken', async () => {
    const received = await receiveForm(form(['results', named('r.json', 'x'.repeat(1_000))]), options)
    expect(formOf(received).files[0]?.size).toBe(1_000)
  })

  test('a file named only by a path is a file, and may be empty', async () => {
    const body = part('name="log"; filename="../"', '') + END
    expect(refusalsOf(await receiveForm(post(body, MULTIPART), options))).toEqual(['log: The log file is empty.'])
  })

  test('an unknown input left empty is no reason to refuse', async () => {
    const body = `${part('name="avatar"; filename=""', '')}${END}`
    expect((await receiveForm(post(body, MULTIPART), options)).ok).toBe(true)
  })
})

describe('fields have their limits', () => {
  const encodings: [string, (entries: [string, string][]) => Request][] = [
    ['with files', (entries) => form(...entries)],
    ['without files', (entries) => post(new URLSearchParams(entries))],
  ]
  for (const [name, send] of encodings) {
    test(`a field that is too long is named (${name})`, async () => {
      const limits = { ...options, maxFieldBytes: 1_000 }
      expect((await receiveForm(send([['remark', 'x'.repeat(1_000)]]), limits)).ok).toBe(true)
      const received = await receiveForm(
        send([
          ['remark', 'ä'.repeat(501)],
          ['recipe', 'discourse'],
        ]),
        limits,
      )
      expect(refusalsOf(received)).toEqual(['remark: This is longer than 1,000 bytes, the most that is taken.'])
      expect(fieldsOf(received)).toMatchObject({ recipe: ['discourse'] })
    })

    test(`too many fields are refused, once (${name})`, async () => {
      const limits = { ...options, maxFields: 3 }
      const entries = (count: number) => Array.from({ length: count }, (_, i): [string, string] => [`f${i}`, 'x'])
      expect((await receiveForm(send(entries(3)), limits)).ok).toBe(true)
      const received = await receiveForm(send(entries(9)), limits)
      expect(refusalsOf(received)).toEqual(['null: The form has more than 3 fields.'])
      expect(Object.keys(fieldsOf(received))).toHaveLength(3)
    })
  }

  test('thousands of parts end nothing', async () => {
    const body = part('name="log"; filename="a"', 'x').repeat(3_000) + END
    const received = await receiveForm(post(body, MULTIPART), options)
    expect(received.ok).toBe(false)
    expect(await filesIn('incoming')).toEqual([])
  })
})

describe('a form that does not arrive whole keeps no file', () => {
  const whole =
    part('name="recipe"', 'discourse') +
    part('name="results"; filename="r.json"', '{}') +
    part('name="log"; filename="a.log"', 'x'.repeat(200_000)) +
    END
  const CUT = ['null: The form was cut off before its end, and no file of it was kept. Send it again.']
  const nothingIsLeft = async () => {
    expect(await filesIn('incoming')).toEqual([])
    expect(await filesIn('blobs')).toEqual([])
  }

  test.each([20, 60, 150, 300, 100_000, whole.length - 8])('ends after %i bytes', async (length) => {
    const received = await receiveForm(post(inPieces(whole.slice(0, length), 8_192), MULTIPART), options)
    expect(refusalsOf(received)).toEqual(CUT)
    await nothingIsLeft()
  })

  test('shorter than it said it would be', async () => {
    const headers = { ...URLENCODED, 'content-length': '999' }
    expect(refusalsOf(await receiveForm(post('recipe=disc', headers), options))).toEqual(CUT)
  })

  test('the line breaks in the middle of the log; what was typed before it is given back', async () => {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(Buffer.from(whole.slice(0, 100_000)))
        setTimeout(() => controller.error(new Error('reset')), 20)
      },
    })
    const received = await receiveForm(post(body, MULTIPART), options)
    expect(refusalsOf(received)).toEqual(CUT)
    expect(fieldsOf(received)).toEqual({ recipe: ['discourse'] })
    await nothingIsLeft()
  })

  test.each([
    ['multipart', MULTIPART],
    ['urlencoded', URLENCODED],
  ])('the sender goes away and nothing more comes (%s)', async (_, headers) => {
    const leaving = new AbortController()
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(Buffer.from(whole.slice(0, 100_000))),
    })
    setTimeout(() => leaving.abort(), 30)
    expect(refusalsOf(await receiveForm(post(body, headers, leaving.signal), options))).toEqual(CUT)
    await nothingIsLeft()
  })

  test('the sender had gone before', async () => {
    expect(refusalsOf(await receiveForm(post(whole, MULTIPART, AbortSignal.abort()), options))).toEqual(CUT)
    await nothingIsLeft()
  })

  test('more in all than is read: the file that is too large is named first', async () => {
    const body = part('name="results"; filename="r.json"', 'x'.repeat(500_000)) + END
    const received = await receiveForm(post(inPieces(body, 8_192), MULTIPART), { ...options, maxBodyBytes: 100_000 })
    expect(refusalsOf(received)).toEqual([
      'results: The results.json file is larger than 1000 bytes, the most that is taken.',
      'null: More was sent than a form may hold. The rest was not read, and no file was kept.',
    ])
    await nothingIsLeft()
  })

  const MALFORMED = 'null: The form is not built as a form is, and no file of it was kept.'
  test.each([
    ['no boundary', { 'content-type': 'multipart/form-data' }, whole, MALFORMED],
    [
      'a boundary that is too long',
      { 'content-type': `multipart/form-data; boundary=${'b'.repeat(300)}` },
      whole,
      MALFORMED,
    ],
    ['no part at all', MULTIPART, 'hello', CUT[0]],
    [
      'JSON',
      { 'content-type': 'application/json' },
      '{}',
      'null: This address takes a form: multipart/form-data or application/x-www-form-urlencoded.',
    ],
    ['text', {}, 'hello', 'null: This address takes a form: multipart/form-data or application/x-www-form-urlencoded.'],
  ])('%s', async (_, headers, body, refusal) => {
    expect(refusalsOf(await receiveForm(post(body, headers), options))).toEqual([refusal])
    await nothingIsLeft()
  })

  test.each(['constructor', '__proto__'])(
    'a part with a header named %s ends the form and not the process',
    async (name) => {
      const evil =
        part('name="log"; filename="a.log"', 'x'.repeat(300_000)) +
        part('name="results"; filename="b"', 'y', `${name}: z\r\n`) +
        END
      for (const size of [50, 65_536, 1_000_000]) {
        const received = await receiveForm(post(inPieces(evil, size), MULTIPART), options)
        expect(refusalsOf(received)).toEqual([MALFORMED])
        await nothingIsLeft()
      }
    },
  )

  test('over a real connection that is cut', async () => {
    const answers: ReceiveAnswer[] = []
    const { promise, resolve } = Promise.withResolvers<void>()
    const server = createServer(async (request) => {
      const leaving = new AbortController()
      request.once('close', () => leaving.abort())
      const headers = { 'content-type': request.headers['content-type'] ?? '' }
      answers.push(await receiveForm(post(sent(request), headers, leaving.signal), options))
      resolve()
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const socket = connect(port, '127.0.0.1')
    socket.write(
      `POST / HTTP/1.1\r\nHost: x\r\nContent-Type: ${MULTIPART['content-type']}\r\nContent-Length: ${whole.length}\r\n\r\n`,
    )
    socket.write(whole.slice(0, 150_000), () => setTimeout(() => socket.destroy(), 50))
    await promise
    server.close()
    expect(answers.flatMap(refusalsOf)).toEqual(CUT)
    await nothingIsLeft()
  })
})

test('300 MB go through the form with flat memory, and the fields after them arrive', { timeout: 20_000 }, async () => {
  const chunk = Buffer.alloc(2 ** 20, 'converged after 206 s, all services up\r\n')
  const before = process.memoryUsage().rss
  let highest = before
  const body = (async function* () {
    yield Buffer.from('--X\r\nContent-Disposition: form-data; name="log"; filename="big.log"\r\n\r\n')
    for (let i = 0; i < 300; i++) {
      highest = Math.max(highest, process.memoryUsage().rss)
      yield chunk
    }
    yield Buffer.from(`\r\n${part('name="remark"', 'after')}${END}`)
  })()
  const received = formOf(await receiveForm(post(sent(body), MULTIPART), options))
  expect(received.files[0]?.size).toBe(300 * 2 ** 20)
  expect(received.fields.get('remark')).toEqual(['after'])
  expect(highest - before).toBeLessThan(150 * 2 ** 20)
})
