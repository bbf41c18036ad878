import type { Result } from '#lib/result.ts'
import { BOOT, COMMIT, fieldsOf, type MalformedAnswer, NAME, NUMBER, PSI, SECONDS, shorten, WORDS } from './fields.ts'
import type { HostLock, HostRole, Probe } from './probe.ts'
import { readCheckout, readPsi } from './read-psi.ts'

const PROTOCOL = /^(?<number>1)$/
const ROLE = /^(?<role>builder|adversary|operator)$/
const LOAD = /^(?<one>\d{1,6}\.\d{1,2}) (?<five>\d{1,6}\.\d{1,2}) (?<fifteen>\d{1,6}\.\d{1,2})$/
const DISK = /^(?<path>\S+) (?<percent>\d{1,3}) (?<free>\d{1,15})$/
const NAMED_WORDS = /^(?<name>\S+)(?: (?<words>.*))?$/
const LOCK = /^(?<state>free|held)(?: (?<holder>.+))?$/

/** Reads what `probe` printed, also `before` and `after` of a run. Refuses an answer that lacks what every host says, or that another protocol wrote. */
export function readProbe(text: string): Result<Probe, MalformedAnswer> {
  const { one, maybe, many, finish } = fieldsOf(text, 'What the host says of itself')
  one('protocol', PROTOCOL)
  const load = one('load', LOAD)
  const names = (key: string) => many(key, NAME).map(({ name = '' }) => name)
  const words = (key: string) => many(key, WORDS).map(({ words: said = '' }) => shorten(said))
  const named = (key: string) =>
    many(key, NAMED_WORDS).map(({ name = '', words: said }) => ({ name, said: shorten(said ?? '') }))
  const sweep = maybe('sweep', SECONDS)
  return finish({
    host: shorten(one('host', WORDS).words ?? ''),
    role: readRole(one('role', ROLE).role),
    bootId: one('boot', BOOT).id ?? '',
    atMs: Number(one('time', NUMBER).number),
    uptimeMs: Number(one('uptime', SECONDS).number) * 1000,
    cores: Number(one('cores', NUMBER).number),
    load: { one: Number(load.one), five: Number(load.five), fifteen: Number(load.fifteen) },
    psi: many('psi', PSI).map(readPsi),
    failedUnits: words('failed-unit'),
    disks: many('disk', DISK).map(({ path = '', percent, free }) => ({
      path,
      usedPercent: Number(percent),
      freeBytes: Number(free),
    })),
    services: named('service').map(({ name, said }) => ({ name, replicas: said })),
    stacks: names('stack'),
    volumes: names('volume'),
    baselineStacks: names('baseline-stack'),
    baselineVolumes: names('baseline-volume'),
    lock: readLock(one('lock', LOCK)),
    inFlight: words('in-flight'),
    nextSweepAtMs: sweep === null ? null : Number(sweep.number) * 1000,
    recipes: names('recipe'),
    profiles: named('profile').map(({ name, said }) => ({ name, words: said })),
    diagnoses: named('diagnosis').map(({ name, said }) => ({ name, command: said })),
    harness: readCheckout(maybe('harness', COMMIT)),
    deadlineMs: Number(one('deadline', SECONDS).number) * 1000,
    logCapBytes: Number(one('log-cap', NUMBER).number),
    wrong: words('wrong'),
  })
}

const readRole = (role: string | undefined): HostRole =>
  role === 'builder' || role === 'adversary' ? role : 'operator'

const readLock = ({ state, holder }: Readonly<Record<string, string>>): HostLock => ({
  held: state === 'held',
  holder: holder === undefined ? null : shorten(holder),
})
