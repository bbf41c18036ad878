// The load of the profile `load`: clients that keep the queue of the run's voice server full, whichever stack that is. It follows
// each new task, and ends with the run. load.ts <stack of the run>

import { createInterface } from 'node:readline'
import type { Duplex } from 'node:stream'
import { engine as makeEngine } from '../runner/settings.ts'

const CLIENTS = 8
const EACH = 12
const PORT = 64738
const engine = makeEngine()
const stack = process.argv[2] ?? ''
const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

/** Keeps `EACH` messages waiting: one more for each that was delivered, and as many each second in case the server dropped some. */
function occupy(socket: Duplex): Promise<void> {
  return new Promise((done) => {
    let waiting = 0
    const fill = (): void => {
      socket.write('TextMessage busy\n'.repeat(EACH - waiting))
      waiting = EACH
    }
    let delivered = Date.now()
    const again = setInterval(() => {
      // Nothing came back for long: the server drops, and an impatient client sends again.
      if (Date.now() - delivered > 10_000) waiting = 0
      fill()
    }, 1000)
    fill()
    createInterface({ input: socket })
      .on('line', (line) => {
        if (!line.startsWith('TextMessage')) return
        delivered = Date.now()
        waiting -= 1
        fill()
      })
      .on('error', () => {})
    const end = (): void => {
      clearInterval(again)
      done()
    }
    socket.on('error', end).on('close', end)
  })
}

async function client(): Promise<void> {
  for (;;) {
    const socket = await engine.open(`${stack}_proxy`, `${stack}_app`, PORT).catch(() => null)
    if (socket === null) await sleep(150)
    else await occupy(socket)
  }
}

process.once('SIGTERM', () => engine.close().finally(() => process.exit(0)))
await Promise.all(Array.from({ length: CLIENTS }, client))
