import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http'

export type RawRequest = {
  method: 'GET' | 'POST'
  /** Any header as it stands here, `Host` too; one that is undefined is not sent. */
  headers?: OutgoingHttpHeaders
  body?: FormData
  /** Hang up after this many bytes of the body were sent. */
  cutAfter?: number
  /** The answer is a stream that does not end: hang up once it begins with status 200. */
  endless?: boolean
}
export type RawAnswer = { status: number; headers: IncomingHttpHeaders; body: string }

/** How long the bytes before a cut may take to arrive. */
const ARRIVE_MS = 50

/** A request as no browser would send it. Status 0: the connection was cut before an answer. */
export async function sendRaw(address: string, { method, headers = {}, body, cutAfter, endless }: RawRequest) {
  const encoded = body === undefined ? null : new Response(body)
  const bytes = encoded === null ? null : Buffer.from(await encoded.arrayBuffer())
  const type = encoded?.headers.get('content-type')
  const about = type && bytes ? { 'Content-Type': type, 'Content-Length': bytes.byteLength } : {}
  return new Promise<RawAnswer>((resolve, reject) => {
    const sent = Object.entries({ ...about, ...headers }).filter(([, value]) => value !== undefined)
    const outgoing = request(address, { method, headers: Object.fromEntries(sent) })
    outgoing.on('response', (incoming) => {
      const answer = { status: incoming.statusCode ?? 0, headers: incoming.headers, body: '' }
      if (endless && answer.status === 200) {
        resolve(answer)
        outgoing.destroy()
      }
      incoming.setEncoding('utf8').on('data', (text: string) => {
        answer.body += text
      })
      incoming.on('end', () => resolve(answer))
    })
    outgoing.on('error', (error) => {
      if (cutAfter === undefined) reject(error)
      else resolve({ status: 0, headers: {}, body: '' })
    })
    if (cutAfter === undefined || bytes === null) outgoing.end(bytes)
    else outgoing.write(bytes.subarray(0, cutAfter), () => setTimeout(() => outgoing.destroy(), ARRIVE_MS))
  })
}
