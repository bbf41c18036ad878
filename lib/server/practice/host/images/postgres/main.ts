// A database server: rows in memory, written to its files at checkpoints. As with the real one, the files belong to the server
// while it runs: what somebody else puts there it never reads, and writes over at the next checkpoint.
import { mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { readTexts, writeTexts } from '../shared/json-file.ts'
import { linesOf } from '../shared/lines.ts'
import { at } from '../shared/paths.ts'
import { ADDRESS, say } from '../shared/serve.ts'

const FOLDER = '/var/lib/postgresql/data'
mkdirSync(at(FOLDER), { recursive: true })
let rows = readTexts(`${FOLDER}/base.json`)
const checkpoint = (): void => writeTexts(`${FOLDER}/base.json`, rows)

function answer(line: string): string {
  const [verb = '', ...rest] = line.split(' ')
  const text = rest.join(' ')
  if (verb === 'INSERT') rows.push(text)
  else if (verb === 'DELETE') rows = rows.filter((row) => row !== text)
  else if (verb === 'TRUNCATE') rows = []
  else if (verb !== 'SELECT') return 'ERROR syntax'
  return `OK ${JSON.stringify(rows)}`
}

const server = createServer((socket) => {
  linesOf(socket, (line) => socket.write(`${answer(line)}\n`))
})
server.listen(5432, ADDRESS, () => say('database system is ready to accept connections'))
setInterval(checkpoint, 300)
process.once('SIGTERM', () => {
  checkpoint()
  say('database system is shut down')
  process.exit(0)
})
