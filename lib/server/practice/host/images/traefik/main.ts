// The shared reverse proxy: finds the service whose router has the Host of a request and passes the request on to one of its tasks.
// What other services say in their labels lies in files it is given; of two routers with one rule the older wins.

import { readdirSync, readFileSync, statSync } from 'node:fs'
import { createServer, request as send } from 'node:http'
import { ADDRESS, say } from '../shared/serve.ts'

const PROVIDER = process.env.PROVIDER_FOLDER ?? ''

type Router = { address: string; port: number; since: number; service: string }
function routerOf(service: string, folder: string, domain: string): Router[] {
  try {
    const labels = readFileSync(`${folder}/labels`, 'utf8')
    if (!labels.includes(`rule=Host(\`${domain}\`)\n`)) return []
    const port = Number(/loadbalancer\.server\.port=(\d+)/.exec(labels)?.[1] ?? '80')
    return [
      { address: readFileSync(`${folder}/address`, 'utf8'), port, since: statSync(`${folder}/since`).mtimeMs, service },
    ]
  } catch {
    return []
  }
}

function find(domain: string): Router | undefined {
  const stacks = readdirSync(PROVIDER)
  const services = stacks.flatMap((stack) => readdirSync(`${PROVIDER}/${stack}`).map((name) => `${stack}/${name}`))
  return services
    .flatMap((service) => routerOf(service.replace('/', '_'), `${PROVIDER}/${service}`, domain))
    .sort((a, b) => a.since - b.since)[0]
}

createServer((request, response) => {
  const router = find((request.headers.host ?? '').split(':')[0] ?? '')
  if (router === undefined) {
    response.writeHead(404, { connection: 'close' }).end('404 page not found\n')
    return
  }
  const { method, headers, url: path } = request
  const upstream = send({ host: router.address, port: router.port, path, method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, { ...answer.headers, 'x-served-by': router.service })
    answer.pipe(response)
  })
  // The door of the stack closed the connection without a word: so do we (the real one passes TLS through).
  upstream.on('error', () => request.socket.destroy())
  request.pipe(upstream)
}).listen(80, ADDRESS, () => say('proxy listening on 80'))
process.once('SIGTERM', () => process.exit(0))
