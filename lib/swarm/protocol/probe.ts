/** Pressure as the kernel counts it: microseconds in which some (or all) tasks waited, since boot or, of a run, while it ran. */
export type Psi = { resource: 'cpu' | 'io' | 'memory'; kind: 'some' | 'full'; totalUs: number }

/** The side that a key speaks for: the forced command names it, nobody can choose it. */
export type HostRole = 'builder' | 'adversary' | 'operator'

/** What a checkout stood at, and whether anything in it differed from that commit. */
export type Checkout = { commit: string; clean: boolean }

/** Who has the node: `holder` is a run's id or `pid N command`; null when it is free, or held by what cannot be seen. */
export type HostLock = { held: boolean; holder: string | null }

/**
 * What a host says of itself when asked (`probe`, and `before` and `after` of a run). Every time is the host's clock in epoch milliseconds,
 * every duration in milliseconds. A list is in the order the host gave; an empty list means the host saw none.
 */
export type Probe = {
  host: string
  role: HostRole
  bootId: string
  atMs: number
  uptimeMs: number
  cores: number
  /** Load averages, as the host prints them. */
  load: { one: number; five: number; fifteen: number }
  psi: Psi[]
  failedUnits: string[]
  disks: { path: string; usedPercent: number; freeBytes: number }[]
  services: { name: string; replicas: string }[]
  stacks: string[]
  volumes: string[]
  /** What may stand there at any time, from the host file. */
  baselineStacks: string[]
  baselineVolumes: string[]
  lock: HostLock
  /** Runs that nobody started through Gatehouse, and the harness's own app locks, in the host's words. */
  inFlight: string[]
  nextSweepAtMs: number | null
  recipes: string[]
  profiles: { name: string; words: string }[]
  diagnoses: { name: string; command: string }[]
  /** The harness that runs when no harness commit is asked for; null when the host file names none. */
  harness: Checkout | null
  deadlineMs: number
  logCapBytes: number
  /** What is wrong with the installation, each one a sentence. */
  wrong: string[]
}
