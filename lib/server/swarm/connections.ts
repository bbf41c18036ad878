import { findHost, type HostFacts } from '#db/swarm/list-hosts.ts'
import { because, ok, type Result, refuse } from '#lib/result.ts'
import type { HostSettings, HostSide } from '#lib/swarm/host-settings.ts'
import { database } from '../database.ts'
import { once } from '../once.ts'
import { onShutdown } from '../shutdown.ts'
import { readPracticeConnection } from './practice-connection.ts'
import { connect } from './ssh/connect.ts'
import { resolveDestination } from './ssh/resolve-destination.ts'
import { SharedConnection } from './ssh/shared-connection.ts'
import type { SshRefusal } from './ssh/ssh-refusal.ts'

type Shelf = Map<string, { reachedBy: string; connection: SharedConnection }>

const shelf = (): Shelf =>
  once('host-connections', () => {
    const open: Shelf = new Map()
    onShutdown(() => {
      for (const { connection } of open.values()) connection.close()
    })
    return open
  })

/**
 * The connection to a host for one side, opened when it is used. Another way of reaching the host, or another key confirmed, is another
 * connection: what was opened before is closed.
 */
export function connectionTo(host: string, side: HostSide): Result<SharedConnection, SshRefusal> {
  const facts = findHost(database(), host)
  if (facts === null) return refuse(because('no_host', `There is no host ${host}.`))
  const { fingerprint } = facts
  if (fingerprint === null)
    return refuse(
      because('no_host_key', `Nobody has confirmed the key of ${host} yet: without that nothing connects to it.`),
    )
  const settings = settingsOf(facts)
  const reachedBy = JSON.stringify([settings, fingerprint])
  const key = `${side} ${host}`
  const held = shelf().get(key)
  if (held?.reachedBy === reachedBy) return ok(held.connection)
  held?.connection.close()
  const connection = new SharedConnection(async () => {
    const destination = await resolveDestination(settings, side)
    return destination.ok ? connect(host, destination.value, fingerprint) : destination
  })
  shelf().set(key, { reachedBy, connection })
  return ok(connection)
}

/** The practice host is given a new port whenever it starts: what is true now lies in the data folder. */
export const settingsOf = ({ settings }: Pick<HostFacts, 'settings'>): HostSettings =>
  settings.kind === 'practice' ? { ...settings, ...readPracticeConnection() } : settings
