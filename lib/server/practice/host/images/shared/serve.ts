import { createServer, type IncomingMessage, type Server } from 'node:http'

/** The address of this process on its networks; a container has all of its own. */
export const ADDRESS = process.env.ADDRESS ?? '0.0.0.0'
/** How a tool inside the same container reaches its server. */
export const SELF = process.env.ADDRESS ?? '127.0.0.1'
export const VERSION = (process.env.IMAGE_TAG ?? 'unknown').replace(/^v/, '')

export type Answer = { status: number; body: unknown; headers?: Record<string, string> }

export const say = (line: string): void => void process.stdout.write(`${line}\n`)
export const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

export async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8')
}

/** An HTTP server that answers JSON; what `handle` throws is a 500. Ends on TERM. */
export function serve(port: number, handle: (request: IncomingMessage, url: URL) => Promise<Answer>): Server {
  const server = createServer(async (request, response) => {
    const answer = await handle(request, new URL(request.url ?? '/', 'http://app')).catch((error: unknown) => ({
      status: 500,
      body: { error: String(error) },
      headers: {},
    }))
    response.writeHead(answer.status, { 'content-type': 'application/json', connection: 'close', ...answer.headers })
    response.end(`${JSON.stringify(answer.body)}\n`)
  })
  server.listen(port, ADDRESS, () => say(`listening on ${port}`))
  process.once('SIGTERM', () => process.exit(0))
  return server
}

/** Runs until it is told to end. */
export function untilTerminated(): void {
  const idle = setInterval(() => {}, 60_000)
  process.once('SIGTERM', () => {
    clearInterval(idle)
    process.exit(0)
  })
}
