import { createInterface } from 'node:readline'
import type { Duplex } from 'node:stream'

/** Sends a line (or none) and collects lines until one begins with `until`; rejects after `withinMs` with what came by then. */
export async function converse(
  socket: Duplex,
  send: string | null,
  until: string,
  withinMs: number,
): Promise<string[]> {
  const lines: string[] = []
  const reader = createInterface({ input: socket })
  try {
    return await new Promise((done, failed) => {
      const timer = setTimeout(
        () => failed(new Error(`no ${until} within ${withinMs} ms; came: ${lines.join(', ') || 'nothing'}`)),
        withinMs,
      )
      reader.on('line', (line) => {
        lines.push(line)
        if (!line.startsWith(until)) return
        clearTimeout(timer)
        done(lines)
      })
      reader.on('error', failed)
      socket.on('error', failed)
      if (send !== null) socket.write(`${send}\n`)
    })
  } finally {
    reader.close()
    socket.destroy()
  }
}
