import { request } from 'node:http'
import type { Duplex } from 'node:stream'

/** `status` 0: no HTTP answer at all (curl prints 000); `why` says what came instead. */
export type Reply = { status: number; body: string; servedBy: string; why: string }
export type Ask = { method?: string; body?: string; timeoutMs?: number }

const nothing = (error: unknown): Reply => ({
  ...{ status: 0, body: '', servedBy: '' },
  why: error instanceof Error ? error.message : String(error),
})

/** One request over a connection that is opened for it. Never rejects. */
export async function fetchOver(
  open: () => Promise<Duplex>,
  host: string,
  path: string,
  ask: Ask = {},
): Promise<Reply> {
  const { method = 'GET', body = '', timeoutMs = 3000 } = ask
  try {
    const socket = await open()
    return await new Promise((done) => {
      const sent = request(
        {
          createConnection: () => socket,
          host,
          path,
          method,
          headers: { host, 'content-length': Buffer.byteLength(body) },
        },
        (response) => {
          const chunks: Buffer[] = []
          response.on('data', (chunk: Buffer) => chunks.push(chunk))
          response.on('error', (error) => done(nothing(error)))
          response.on('end', () =>
            done({
              status: response.statusCode ?? 0,
              body: Buffer.concat(chunks).toString('utf8'),
              servedBy: String(response.headers['x-served-by'] ?? ''),
              why: '',
            }),
          )
        },
      )
      const timer = setTimeout(() => sent.destroy(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs)
      sent.on('close', () => clearTimeout(timer))
      socket.on('error', (error) => done(nothing(error)))
      sent.on('error', (error) => done(nothing(error)))
      sent.end(body)
    })
  } catch (error) {
    return nothing(error)
  }
}
