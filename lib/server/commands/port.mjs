import { createServer } from 'node:net'
import { Trouble } from './machine.mjs'

const REACH = 20

/** The first free port on loopback from `first` on, and at most 20 above it. */
export async function findFreePort(first) {
  if (!Number.isInteger(first) || first < 1 || first > 65535 - REACH) {
    throw new Trouble('PORT must be a number from 1 to 65515.')
  }
  for (let port = first; port <= first + REACH; port += 1) {
    if (await isFree(port)) return port
  }
  throw new Trouble(`Ports ${first} to ${first + REACH} are all taken; name a free one: PORT=5000 npm run up.`)
}

function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
}
