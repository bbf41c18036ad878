// The door of a stack. Before it speaks to anybody it asks the service behind it whether that name is known, as on-demand TLS does
// before it gets a certificate; refused or not answered, there is no handshake and a client sees no status at all (curl: 000).
import { createServer, request as send } from 'node:http'
import { addressesOf } from '../shared/resolver.ts'
import { ADDRESS, bodyOf, say } from '../shared/serve.ts'

const [name = 'app', port = '80'] = (process.env.UPSTREAM ?? 'app:80').split(':')

type Reply = { status: number; body: string }
function ask(host: string, path: string, method: string, body: string): Promise<Reply> {
  return new Promise((done, failed) => {
    const upstream = send({ host, port: Number(port), path, method, timeout: 2000 }, async (response) =>
      done({ status: response.statusCode ?? 502, body: await bodyOf(response) }),
    )
    upstream.on('error', failed)
    upstream.end(body)
  })
}

createServer(async (request, response) => {
  const [address] = await addressesOf(name)
  const domain = (request.headers.host ?? '').split(':')[0] ?? ''
  const body = await bodyOf(request)
  try {
    if (address === undefined) throw new Error(`${name} does not resolve`)
    const check = await ask(address, `/tls-check?domain=${domain}`, 'GET', '')
    if (check.status !== 200) throw new Error(`asked ${name} (${address}:${port}) about ${domain}: ${check.status}`)
    const reply = await ask(address, request.url ?? '/', request.method ?? 'GET', body)
    response.writeHead(reply.status, { 'content-type': 'application/json', connection: 'close' }).end(reply.body)
  } catch (error) {
    say(`on-demand TLS: no certificate for ${domain}: ${error instanceof Error ? error.message : String(error)}`)
    request.socket.destroy()
  }
}).listen(443, ADDRESS, () => say(`serving, upstream ${name}:${port}`))
process.once('SIGTERM', () => process.exit(0))
