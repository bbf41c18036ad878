export type BodyFault = 'cut' | 'too_large' | 'malformed'

/** The body did not arrive whole: `cut` by the sender or the line, or `too_large` or `malformed` and no longer read. */
export class BodyNotWhole extends Error {
  readonly reason: BodyFault

  constructor(reason: BodyFault) {
    super(reason)
    this.reason = reason
  }
}

const statedLength = (request: Request) => {
  const header = request.headers.get('content-length')
  return header !== null && /^\d+$/.test(header) ? Number(header) : null
}

/** The body as it arrives. Throws BodyNotWhole when the sender goes away, sends less than announced, or more than `maxBytes`. */
export async function* bodyChunks(request: Request, maxBytes: number): AsyncGenerator<Uint8Array> {
  const { body, signal } = request
  if (signal.aborted) throw new BodyNotWhole('cut')
  if (body === null) return
  const reader = body.getReader()
  const stop = () => {
    reader.cancel().catch(() => {}) // ends a read that waits; the check below says why
  }
  signal.addEventListener('abort', stop, { once: true })
  let size = 0
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(() => {
        throw new BodyNotWhole('cut')
      })
      if (signal.aborted) throw new BodyNotWhole('cut')
      if (done) break
      size += value.byteLength
      if (size > maxBytes) throw new BodyNotWhole('too_large')
      yield value
    }
    if (size < (statedLength(request) ?? 0)) throw new BodyNotWhole('cut')
  } finally {
    signal.removeEventListener('abort', stop)
    stop()
  }
}
