import { createInterface } from 'node:readline'
import type { Duplex } from 'node:stream'

/** Calls for each line that a client sends; a client that goes away rudely is no fault of the server. */
export function linesOf(socket: Duplex, take: (line: string) => void): void {
  socket.on('error', () => socket.destroy())
  createInterface({ input: socket })
    .on('line', take)
    .on('error', () => {})
}
