/**
 * How a host is reached. `practice`: the one that Gatehouse itself starts on loopback; its address and keys lie in the data folder. `alias`:
 * a name of ~/.ssh/config that is asked for what is left empty. One key per role: the path of a private key file, or `agent`.
 */
export type HostSettings = {
  host: string
  kind: 'ssh' | 'practice'
  address: string
  port: number | null
  user: string | null
  alias: string | null
  keys: { builder: string; adversary: string }
  /** The longest a run may take, in milliseconds. */
  deadlineMs: number
}

/** The side whose key is used; the Operator looks with the Builder's. */
export const hostSides = ['builder', 'adversary'] as const
export type HostSide = (typeof hostSides)[number]
export const sideOf = (role: string | null): HostSide => (role === 'adversary' ? 'adversary' : 'builder')
