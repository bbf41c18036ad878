// A voice server with one thread and one queue: handshakes and messages wait in it for their turn, and each takes its time whatever
// the machine's processors do. Who keeps the queue full makes every newcomer wait.
import { createServer, type Socket } from 'node:net'
import { readTexts } from '../shared/json-file.ts'
import { linesOf } from '../shared/lines.ts'
import { ADDRESS, say, VERSION } from '../shared/serve.ts'

const MESSAGE_MS = 40
const HANDSHAKE_STEPS = 3
const LIMIT = Number(process.env.MUMBLE_CONFIG_MESSAGELIMIT ?? '0')
const BURST = Number(process.env.MUMBLE_CONFIG_MESSAGEBURST ?? '5')

type Job = { left: number; done: () => void }
const queue: Job[] = []
const dropped = { count: 0 }

function work(): void {
  const job = queue.shift()
  if (job === undefined) {
    setTimeout(work, 5)
    return
  }
  setTimeout(() => {
    job.left -= 1
    if (job.left === 0) job.done()
    else queue.push(job)
    work()
  }, MESSAGE_MS)
}

/** Tokens of one client: `LIMIT` messages a second, `BURST` at once; 0 = no limit. */
function bucket(): () => boolean {
  let tokens = BURST
  let last = Date.now()
  return () => {
    if (LIMIT === 0) return true
    tokens = Math.min(BURST, tokens + ((Date.now() - last) / 1000) * LIMIT)
    last = Date.now()
    if (tokens < 1) return false
    tokens -= 1
    return true
  }
}

function welcome(socket: Socket): void {
  const channels = ['Root', ...readTexts('/var/lib/mumble-server/channels.json')]
  for (const channel of channels) socket.write(`ChannelState ${channel}\n`)
  socket.write('UserState you in Root\nServerSync\n')
}

const server = createServer((socket) => {
  const may = bucket()
  socket.write(`Version ${VERSION}\n`)
  linesOf(socket, (line) => {
    if (line.startsWith('Authenticate ')) queue.push({ left: HANDSHAKE_STEPS, done: () => welcome(socket) })
    else if (!line.startsWith('TextMessage ')) socket.write('Reject unknown message\n')
    else if (may()) queue.push({ left: 1, done: () => socket.write('TextMessage delivered\n') })
    else dropped.count += 1
  })
})
server.listen(64738, ADDRESS, () => say(`Murmur ${VERSION} running on port 64738`))
process.once('SIGTERM', () => process.exit(0))

setInterval(() => {
  if (queue.length > 10 || dropped.count > 0)
    say(`queue: ${queue.length} waiting, ${dropped.count} dropped by messagelimit`)
  dropped.count = 0
}, 1000)
work()
