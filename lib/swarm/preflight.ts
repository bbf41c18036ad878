import { formatClock, formatDuration } from '#lib/time/format.ts'
import type { Probe } from './protocol/probe.ts'
import type { RunRequest } from './run-request.ts'
import { wordHolder } from './word-holder.ts'
import { profileWords } from './words.ts'

/** `blocks`: isolation is impossible, the run waits. `suspicions`: odd, recorded with the run, no hindrance. Each a sentence. */
export type Preflight = { blocks: string[]; suspicions: string[] }

/** In per cent of the disk: from the first on the harness prunes (DOMAIN 4), from the second on nothing starts. */
const DISK_ODD = 80
const DISK_FULL = 95
/** A sweep that begins this soon would run into any run. */
const SWEEP_TOO_NEAR_MS = 10 * 60_000
const JUST_BOOTED_MS = 10 * 60_000

/**
 * What a host's answer means for a run that is to start now (DOMAIN 4, the checks before and after a run). `now` is the server's clock; the
 * host's times are compared with the host's own.
 */
export function preflight(probe: Probe, request: Pick<RunRequest, 'profile' | 'recipe' | 'harness'>): Preflight {
  const { stacks } = leftovers(probe)
  const sweepInMs = probe.nextSweepAtMs === null ? null : probe.nextSweepAtMs - probe.atMs
  const fullest = Math.max(0, ...probe.disks.map(({ usedPercent }) => usedPercent))
  const blocks = [
    ...probe.wrong.map((sentence) => `${probe.host} is not set up right: ${sentence}`),
    ...(probe.lock.held ? [`A run is in flight on ${probe.host}: ${wordHolder(probe.lock.holder)}.`] : []),
    ...probe.inFlight.map((what) => `The harness is at work on ${probe.host}, not started from here: ${what}.`),
    ...(stacks.length > 0 ? [`${count(stacks.length, 'stack')} left over: ${stacks.join(', ')}.`] : []),
    ...(probe.recipes.includes(request.recipe) ? [] : [`${probe.host} does not offer the recipe ${request.recipe}.`]),
    ...(probe.profiles.some(({ name }) => name === request.profile)
      ? []
      : [`${probe.host} offers no run ${profileWords[request.profile]}.`]),
    ...(fullest >= DISK_FULL ? [`A disk of ${probe.host} is ${fullest} % full.`] : []),
    ...(sweepInMs !== null && sweepInMs < SWEEP_TOO_NEAR_MS && sweepInMs >= 0
      ? [`The next sweep begins at ${formatClock(new Date(probe.nextSweepAtMs ?? 0))}.`]
      : []),
  ]
  return { blocks, suspicions: suspicionsOf(probe, request, { fullest, sweepInMs }) }
}

function suspicionsOf(
  probe: Probe,
  request: Pick<RunRequest, 'profile' | 'harness'>,
  { fullest, sweepInMs }: { fullest: number; sweepInMs: number | null },
): string[] {
  const { volumes } = leftovers(probe)
  const { one } = probe.load
  return [
    ...(probe.failedUnits.length > 0
      ? [`${count(probe.failedUnits.length, 'unit')} failed: ${probe.failedUnits.join(', ')}.`]
      : []),
    ...(volumes.length > 0 ? [`${count(volumes.length, 'volume')} left over: ${volumes.join(', ')}.`] : []),
    ...(fullest >= DISK_ODD && fullest < DISK_FULL ? [`A disk is ${fullest} % full.`] : []),
    ...(one > probe.cores ? [`The load was ${one} on ${count(probe.cores, 'core')} before anything started.`] : []),
    ...(probe.uptimeMs < JUST_BOOTED_MS ? [`The host was booted ${formatDuration(probe.uptimeMs)} before.`] : []),
    ...(sweepInMs !== null && sweepInMs >= SWEEP_TOO_NEAR_MS && sweepInMs < probe.deadlineMs
      ? [`A sweep begins at ${formatClock(new Date(probe.nextSweepAtMs ?? 0))}, before the deadline of this run.`]
      : []),
    ...(probe.harness?.clean === false && request.harness === null
      ? ['The harness on the host has local changes.']
      : []),
  ]
}

/** What stands there and is not in the host's baseline. */
export const leftovers = ({ stacks, volumes, baselineStacks, baselineVolumes }: Probe): Leftovers => {
  const isLeftOver = (name: string): boolean => !inBaseline(name, [...baselineStacks, ...baselineVolumes])
  return { stacks: stacks.filter(isLeftOver), volumes: volumes.filter(isLeftOver) }
}
type Leftovers = { stacks: string[]; volumes: string[] }

/** As the host script decides it (`in_baseline`): patterns of a shell; `traefik_data` belongs to `traefik`. */
const inBaseline = (name: string, patterns: readonly string[]): boolean =>
  patterns.some((pattern) => new RegExp(`^${asExpression(pattern)}(_.*)?$`).test(name))
const asExpression = (pattern: string): string =>
  pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.')

const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`
