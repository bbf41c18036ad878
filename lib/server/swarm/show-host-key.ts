import { findHost } from '#db/swarm/list-hosts.ts'
import { because, type Result, refuse } from '#lib/result.ts'
import { database } from '../database.ts'
import { settingsOf } from './connections.ts'
import { resolveDestination } from './ssh/resolve-destination.ts'
import { askForHostKey, type ShownHostKey } from './ssh/show-host-key.ts'
import type { SshRefusal } from './ssh/ssh-refusal.ts'

/** The key that a host shows now, for the Operator to compare with the host's own word. Trusts nothing and signs in nowhere. */
export async function showHostKey(host: string): Promise<Result<ShownHostKey, SshRefusal>> {
  const facts = findHost(database(), host)
  if (facts === null) return refuse(because('no_host', `There is no host ${host}.`))
  const destination = await resolveDestination(settingsOf(facts), 'builder')
  return destination.ok ? askForHostKey(host, destination.value) : destination
}
