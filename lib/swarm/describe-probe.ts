import { formatAge, formatFull } from '#lib/time/format.ts'
import { formatBytes } from '#lib/words/format-bytes.ts'
import { leftovers } from './preflight.ts'
import type { Probe } from './protocol/probe.ts'
import { wordHolder } from './word-holder.ts'

/** One thing a host was asked, with its answer. `odd`: worth a look; it is marked, and not only by its colour. */
export type ProbeLine = { name: string; words: string; odd: boolean }

const DISK_ODD = 80

/**
 * What a host said of itself, line by line, in the order in which people check it by hand (DOMAIN 4). `own`: the run for which it was asked
 * or that is under way, as the host calls it: that it holds the lock is nothing odd.
 */
export function describeProbe(probe: Probe, own: string | null = null): ProbeLine[] {
  const isOwn = own !== null && probe.lock.holder === own
  const { stacks, volumes } = leftovers(probe)
  const at = new Date(probe.atMs)
  return [
    line('Up', `${formatAge(new Date(probe.atMs - probe.uptimeMs), at)}, boot ${probe.bootId.slice(0, 8)}`),
    line(
      'Load',
      `${probe.load.one}, ${probe.load.five}, ${probe.load.fifteen} on ${count(probe.cores, 'core')}`,
      probe.load.one > probe.cores,
    ),
    line('Pressure since boot', pressure(probe)),
    list('Failed units', probe.failedUnits, true),
    ...probe.disks.map(({ path, usedPercent, freeBytes }) =>
      line(`Disk ${path}`, `${usedPercent} % used, ${formatBytes(freeBytes)} free`, usedPercent >= DISK_ODD),
    ),
    list(
      'Services',
      probe.services.map(({ name, replicas }) => `${name} ${replicas}`.trim()),
      false,
    ),
    list('Left over, stacks', stacks, true),
    list('Left over, volumes', volumes, true),
    line('In flight', inFlight(probe, isOwn), (probe.lock.held && !isOwn) || probe.inFlight.length > 0),
    line('Next sweep', probe.nextSweepAtMs === null ? 'none is known' : formatFull(new Date(probe.nextSweepAtMs))),
    line('Harness', harness(probe), probe.harness?.clean === false),
  ]
}

/** What it offers, which its host file says. */
export const describeOffers = ({ recipes, profiles }: Probe): ProbeLine[] => [
  list('Recipes', recipes, false),
  list(
    'Profiles',
    profiles.map(({ name, words }) => (words === '' ? name : `${name} (${words})`)),
    false,
  ),
]

/** The share of the time since boot in which something waited (PSI `some`). */
function pressure({ psi, uptimeMs }: Probe): string {
  const shares = psi
    .filter(({ kind }) => kind === 'some')
    .map(({ resource, totalUs }) => `${RESOURCE[resource]} ${Math.round((100 * totalUs) / (uptimeMs * 1_000))} %`)
  return shares.length === 0 ? 'the kernel does not count it' : `waited for ${shares.join(', ')}`
}
const RESOURCE = { cpu: 'a processor', io: 'the disk', memory: 'memory' } as const

const line = (name: string, words: string, odd = false): ProbeLine => ({ name, words, odd })
const list = (name: string, held: readonly string[], oddWhenAny: boolean): ProbeLine =>
  line(name, held.length === 0 ? 'none' : held.join(', '), oddWhenAny && held.length > 0)
const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`

function inFlight({ lock, inFlight: others }: Probe, isOwn: boolean): string {
  const holder = `${wordHolder(lock.holder)}${isOwn ? ', the run itself' : ''}`
  const all = [...(lock.held ? [holder] : []), ...others]
  return all.length === 0 ? 'nothing' : all.join(', ')
}

function harness({ harness: held }: Probe): string {
  if (held === null) return 'the host file names none'
  return `${held.commit.slice(0, 8)}, ${held.clean ? 'clean' : 'with local changes'}`
}
