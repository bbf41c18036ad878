import { can } from '#lib/people/permissions.ts'
import type { Actor } from '#lib/people/roles.ts'
import { rolesIn } from '#lib/server/pages/read-swarm.ts'
import { readablePhases } from '#lib/server/pages/readable-phases.ts'

/** Who looks at the swarm, which belongs to no phase: what they may read and do, phase by phase. */
export type SwarmReader = {
  /** Outside of phases. */
  actor: Actor
  reads: (phase: string) => boolean
  roleIn: (phase: string) => Actor['role']
  /** May configure hosts. */
  operates: boolean
  /** The phase whose role probes; null: the role in every phase; undefined: none does. */
  probesAs: string | null | undefined
  /** Where they may reserve a node. */
  reservesIn: string[]
}

export function readReader(actor: Actor): SwarmReader {
  const roles = rolesIn(actor.person, readablePhases(actor.person).phases)
  const byPhase = new Map(roles.map(({ phase, role }) => [phase, role]))
  return {
    actor,
    reads: (phase) => byPhase.has(phase),
    roleIn: (phase) => byPhase.get(phase) ?? null,
    operates: can(actor, 'host.configure'),
    probesAs: can(actor, 'host.probe') ? null : roles.find((held) => can(held, 'host.probe'))?.phase,
    reservesIn: roles.filter((held) => can(held, 'reservation.take')).map(({ phase }) => phase),
  }
}
