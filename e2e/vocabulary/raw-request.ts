import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http'

export type RawRequest = {
  method: 'GET' | 'POST'
  /** Any header as it stands here, `Host` too. */
  headers?: OutgoingHttpHeaders
  body?: FormData
  /** Hang up after this many bytes of the body (half sent), or as soon as the headers of the answer are there. */
  cutAfter?: number
  headersOnly?: boolean
}
export type RawAnswer = { status: number; headers: IncomingHttpHeaders; body: string }

/** A request as no browser would send it. Status 0: the connection was cut before an answer. */
export async function sendRaw(address: string, { method, headers = {}, body, cutAfter, headersOnly }: RawRequest) {
  const encoded = body === undefined ? null : new Response(body)
  const bytes = encoded === null ? null : Buffer.from(await encoded.arrayBuffer())
  const contentType = encoded?.headers.get('content-type')
  const sent = {
    ...(contentType ? { 'Content-Type': contentType } : {}),
    ...(bytes === null ? {} : { 'Content-Length': bytes.byteLength }),
    ...headers,
  }
  return new Promise<RawAnswer>((resolve, reject) => {
    const outgoing = request(address, { method, headers: sent }, (incoming) => {
      const answer = { status: incoming.statusCode ?? 0, headers: incoming.headers }
      if (headersOnly) {
        resolve({ ...answer, body: '' })
        return outgoing.destroy()
      }
      let text = ''
      incoming.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk
      })
      incoming.on('end', () => resolve({ ...answer, body: text }))
    })
    outgoing.on('error', (error) =>
      cutAfter === undefined ? reject(error) : resolve({ status: 0, headers: {}, body: '' }),
    )
    if (cutAfter === undefined || bytes === null) return outgoing.end(bytes)
    outgoing.write(bytes.subarray(0, cutAfter), () => setTimeout(() => outgoing.destroy(), 50))
  })
}
