import { leftovers } from './preflight.ts'
import type { Probe, Psi } from './protocol/probe.ts'
import type { HostRunStatus } from './protocol/run-status.ts'
import type { Pressure } from './supervision.ts'
import { profileWords, type RunProfile } from './words.ts'

/** How the host begins an overlap that it could not look for. */
const UNKNOWN = 'unknown: '

type Ceiling = { cpu: number; io: number; memory: number }
/**
 * The share of a run's time, in per cent, in which something may have waited for a resource (PSI `some`) before the run says nothing of
 * its profile any more (DESIGN 4). Under load, waiting is the point.
 */
const CEILINGS = {
  alone: { cpu: 80, io: 60, memory: 25 },
  load: null,
  promote: { cpu: 80, io: 60, memory: 25 },
  warm: { cpu: 80, io: 60, memory: 25 },
} satisfies Record<RunProfile, Ceiling | null>

export type Isolation = {
  profile: RunProfile
  before: Probe
  /** Null: the host could not be asked. */
  after: Probe | null
  status: Pick<HostRunStatus, 'overlap' | 'left' | 'psi' | 'psiSinceMs' | 'startedAtMs' | 'endedAtMs' | 'loadMax'>
  /** False on a host that shares its machine with others by design (the practice host): pressure is shown there, and decides nothing. */
  pressureCounts: boolean
}

/**
 * Why a run supports nothing (DOMAIN 2.7): it overlapped another deploy, something was there that is neither in the host's baseline nor
 * the run's own, nobody could look whether, or pressure passed its profile's ceiling. Each a sentence; none: it counts. That the lock is
 * held after it says nothing: the run holds it itself until it is over.
 */
export function whyContaminated({ profile, before, after, status, pressureCounts }: Isolation): string[] {
  const before_ = leftovers(before).stacks
  const since = after === null ? [] : leftovers(after).stacks.filter((name) => !before_.includes(name))
  const foreign = since.map((name) => `stack ${name}`).filter((words) => !status.left.includes(words))
  const seen = [...new Set([...status.overlap, ...foreign, ...(after?.inFlight ?? [])])]
  const overlap = seen.filter((words) => !words.startsWith(UNKNOWN))
  const unknown = seen.filter((words) => words.startsWith(UNKNOWN)).map((words) => words.slice(UNKNOWN.length))
  return [
    ...(before_.length > 0 ? [`Left over when it began: ${before_.join(', ')}.`] : []),
    ...(overlap.length > 0 ? [`It overlapped ${overlap.join(', ')}.`] : []),
    ...unknown.map((what) => `What it overlapped is not known: ${what}.`),
    ...(after === null ? ['The host could not be asked how it was left.'] : []),
    ...(after?.wrong ?? []).map((what) => `${after?.host} was not as it should be after it: ${what}.`),
    ...(pressureCounts ? pastCeiling(profile, status) : []),
  ]
}

function pastCeiling(profile: RunProfile, status: Isolation['status']): string[] {
  const ceiling: Ceiling | null = CEILINGS[profile]
  if (ceiling === null) return []
  const pressure = pressureOf(status)
  return (['cpu', 'io', 'memory'] as const).flatMap((resource) => {
    const share = pressure[resource]
    return share !== null && share > ceiling[resource]
      ? [
          `Something waited for ${RESOURCE[resource]} in ${share} % of its time; ${profileWords[profile]} allows ${ceiling[resource]} %.`,
        ]
      : []
  })
}

const RESOURCE = { cpu: 'a processor', io: 'the disk', memory: 'memory' } as const

/** Shares of the time that was counted, by the host's clock, rounded to whole per cent; null where the host did not count. */
export function pressureOf({ psi, psiSinceMs, startedAtMs, endedAtMs, loadMax }: Isolation['status']): Pressure {
  const lastedUs = endedAtMs === null ? 0 : (endedAtMs - (psiSinceMs ?? startedAtMs)) * 1_000
  const share = (resource: Psi['resource']): number | null => {
    const counted = psi.find((one) => one.resource === resource && one.kind === 'some')
    if (counted === undefined || lastedUs <= 0) return null
    return Math.min(100, Math.round((100 * counted.totalUs) / lastedUs))
  }
  return { cpu: share('cpu'), io: share('io'), memory: share('memory'), loadMax }
}
