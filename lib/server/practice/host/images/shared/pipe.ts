// pipe <name> <port>: this container's standard streams as a connection to a name on its network. The first byte says it stands.
import { connect } from 'node:net'
import { addressesOf } from './resolver.ts'

const [name = '', port = ''] = process.argv.slice(2)
const [host] = await addressesOf(name)
if (host === undefined) {
  process.stderr.write(`${name} does not resolve`)
  process.exit(3)
}
const socket = connect({ host, port: Number(port), timeout: 2000 }, () => {
  socket.setTimeout(0)
  process.stdout.write('+')
  process.stdin.pipe(socket).pipe(process.stdout)
})
socket.on('timeout', () => socket.destroy(new Error(`${host}:${port} does not answer`)))
socket.on('error', (error) => {
  process.stderr.write(error.message)
  process.exit(3)
})
socket.on('close', () => process.exit(0))
