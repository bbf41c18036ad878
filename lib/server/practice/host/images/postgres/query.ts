import { connect } from 'node:net'

/** Sends one statement to a database server; resolves with its rows, rejects when it does not answer within 2 s. */
export function query(host: string, statement: string): Promise<string[]> {
  return new Promise((done, failed) => {
    const socket = connect(5432, host, () => socket.write(`${statement}\n`))
    let received = ''
    socket.setTimeout(2000, () => socket.destroy(new Error('the database does not answer')))
    socket.on('error', failed)
    socket.on('data', (chunk) => {
      received += chunk.toString('utf8')
      if (!received.endsWith('\n')) return
      socket.end()
      if (!received.startsWith('OK ')) return failed(new Error(received.trim()))
      const rows: unknown = JSON.parse(received.slice(3))
      done(Array.isArray(rows) ? rows.map(String) : [])
    })
  })
}
