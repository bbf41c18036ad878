import { and, asc, eq, isNull } from 'drizzle-orm'
import type { HostSettings } from '#lib/swarm/host-settings.ts'
import type { Probe } from '#lib/swarm/protocol/probe.ts'
import type { OfferedHost } from '#lib/swarm/why-cannot-request.ts'
import type { Db } from '../db.ts'
import { hosts } from '../projections/tables.ts'
import { hostProbes } from '../working/tables.ts'

/** A host as configured, with what it said of itself when it was asked last (`probedAt`: epoch milliseconds). */
export type HostFacts = OfferedHost & {
  settings: HostSettings
  probe: Probe | null
  probedAt: number | null
  problem: string | null
}

/** Every host that was ever configured, retired ones too, by name. */
export function listHosts(db: Db): HostFacts[] {
  return db
    .select()
    .from(hosts)
    .leftJoin(hostProbes, eq(hosts.host, hostProbes.host))
    .where(isNull(hosts.toSeq))
    .orderBy(asc(hosts.host))
    .all()
    .map(({ hosts: { host, settings, fingerprint, retiredReason }, host_probes: said }) => ({
      ...{ host, settings, fingerprint, retiredReason },
      offers: said?.probe ? offersOf(said.probe) : null,
      probe: said?.probe ?? null,
      probedAt: said?.at ?? null,
      problem: said?.problem ?? null,
    }))
}

export const findHost = (db: Db, host: string): HostFacts | null =>
  listHosts(db).find((held) => held.host === host) ?? null

/** Whether any host that is not retired was configured by a person. */
export const hasOwnHost = (db: Db): boolean =>
  db
    .select()
    .from(hosts)
    .where(and(isNull(hosts.toSeq), isNull(hosts.retiredReason)))
    .all()
    .some(({ settings }) => settings.kind === 'ssh')

const offersOf = ({ recipes, profiles }: Probe) => ({ recipes, profiles: profiles.map(({ name }) => name) })
