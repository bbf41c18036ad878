import { timingSafeEqual } from 'node:crypto'
import ssh2, { type AuthContext, type Connection } from 'ssh2'
import { runForced } from './forced-command.ts'
import type { HostKey, HostRole } from './host-keys.ts'

export type ServerOptions = {
  hostKey: HostKey
  user: string
  keys: Record<HostRole, HostKey>
  /** The one command of a role. */
  commandFor: (role: HostRole) => readonly string[]
  cwd: string
  /** Tried first; any other when it is taken or 0. */
  port: number
}
export type RunningServer = { port: number; close(): Promise<void> }

const CLOSE_WITHIN_MS = 1000
const same = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b)

/** The role of a key, or null: another user, another key, another way in, or a signature that does not fit. */
function roleOf(context: AuthContext, { user, keys }: ServerOptions): HostRole | null {
  if (context.method !== 'publickey' || context.username !== user) return null
  const { key, signature, blob } = context
  for (const role of ['builder', 'adversary', 'operator'] as const) {
    if (!same(keys[role].blob, key.data)) continue
    const parsed = ssh2.utils.parseKey(keys[role].privateKey)
    const known = Array.isArray(parsed) ? parsed[0] : parsed
    if (known === undefined || known instanceof Error) return null
    // Without a signature the client only asks whether the key would do.
    if (signature === undefined || blob === undefined) return role
    return known.verify(blob, signature, context.hashAlgo) === true ? role : null
  }
  return null
}

function serveConnection(connection: Connection, options: ServerOptions): void {
  let role: HostRole | null = null
  connection.on('error', () => {})
  // Small answers at once: a line of a log must not wait for the next one.
  if ('setNoDelay' in connection && typeof connection.setNoDelay === 'function') connection.setNoDelay(true)
  connection.on('authentication', (context) => {
    role = roleOf(context, options)
    if (role === null) context.reject(['publickey'])
    else context.accept()
  })
  connection.on('session', (accept) => {
    const session = accept()
    // Whatever else a session may be asked for (a shell, a terminal, files, variables) has no listener and is refused.
    session.on('exec', (acceptExec, rejectExec, { command }) => {
      if (role === null) rejectExec()
      else runForced(acceptExec(), options.commandFor(role), command, options.cwd)
    })
  })
}

function listen(server: ssh2.Server, port: number): Promise<number> {
  return new Promise((done, failed) => {
    server.once('error', failed)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', failed)
      server.on('error', () => {})
      const bound = server.address()
      done(typeof bound === 'object' && bound !== null ? bound.port : port)
    })
  })
}

/** A real SSH server on loopback: public keys only, one forced command. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const connections = new Set<Connection>()
  const make = (): ssh2.Server =>
    new ssh2.Server({ hostKeys: [options.hostKey.privateKey], ident: 'gatehouse-practice' }, (connection) => {
      connections.add(connection)
      connection.on('close', () => connections.delete(connection))
      serveConnection(connection, options)
    })
  let server = make()
  const port = await listen(server, options.port).catch(() => {
    server = make()
    return listen(server, 0)
  })
  return {
    port,
    close: async () => {
      const closed = new Promise<void>((done) => server.close(() => done()))
      for (const connection of connections) connection.end()
      // A client that does not answer any more keeps its connection open.
      await Promise.race([closed, new Promise((done) => setTimeout(done, CLOSE_WITHIN_MS))])
    },
  }
}
