import { spawn } from 'node:child_process'
import { get } from 'node:http'
import { createInterface } from 'node:readline'
import { environment, root, SIGNALS, Trouble } from './machine.mjs'

/** What Next says about itself; everything else the server prints is for the person at the terminal. */
const BANNER = /^\s*(▲|✓|- (Local|Network|Environments)|$)/
const PATIENCE_MS = 60_000

/**
 * Starts the production server on loopback, calls `ready` once it answers, hands signals on and resolves with its exit code.
 * Throws a Trouble when it ends or stays silent before it ever answered.
 */
export async function serve(node, port, ready) {
  const args = ['node_modules/next/dist/bin/next', 'start', '-H', '127.0.0.1', '-p', String(port)]
  const server = spawn(node, args, { cwd: root, env: environment(), stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise((resolve) => server.once('close', (code) => resolve(code ?? 1)))
  forward(server.stdout, console.info)
  forward(server.stderr, console.error)
  let stopping = false
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      stopping = true
      server.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal)
    })
  }
  const status = await firstAnswer(server, `http://127.0.0.1:${port}/`)
  if (status !== null && status < 500) ready()
  else {
    server.kill()
    await ended
    if (!stopping) throw new Trouble(explain(status))
  }
  return ended
}

function explain(status) {
  const what = status === null ? 'Gatehouse did not come up' : `Gatehouse came up but answers with an error (${status})`
  return `${what}; what it printed stands above.`
}

function forward(stream, print) {
  createInterface({ input: stream }).on('line', (line) => BANNER.test(line) || print(line))
}

/** The status of the first answer, or null when none came before the server ended or a minute was over. */
async function firstAnswer(server, address) {
  const start = Date.now()
  while (server.exitCode === null && server.signalCode === null && Date.now() - start < PATIENCE_MS) {
    const status = await ask(address)
    if (status !== null) return status
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return null
}

function ask(address) {
  return new Promise((resolve) => {
    get(address, (answer) => {
      answer.resume()
      resolve(answer.statusCode)
    }).on('error', () => resolve(null))
  })
}
