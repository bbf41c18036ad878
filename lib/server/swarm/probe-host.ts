import { keepProbe, keepSample } from '#db/swarm/run-watches.ts'
import type { Result } from '#lib/result.ts'
import type { HostSide } from '#lib/swarm/host-settings.ts'
import type { Probe } from '#lib/swarm/protocol/probe.ts'
import { readProbe } from '#lib/swarm/protocol/read-probe.ts'
import { database } from '../database.ts'
import { once } from '../once.ts'
import { askHost } from './ask.ts'
import type { SshRefusal } from './ssh/ssh-refusal.ts'
import { understood } from './understood.ts'

/** A host may ask Docker and systemd before it answers. */
const TIMEOUT_MS = 40_000

/** Closer together than this they draw nothing more. */
const SAMPLE_MS = 10_000

const asked = () => once('hosts-asked', () => new Map<string, number>())
const sampled = () => once('hosts-sampled', () => new Map<string, Probe>())

/** When this process asked a host last how it is, in epoch milliseconds; 0: never. */
export const lastAsked = (host: string): number => asked().get(host) ?? 0

/** Asks a host how it is, and keeps the answer, or why there is none, for the pages. */
export async function probeHost(host: string, side: HostSide): Promise<Result<Probe, SshRefusal>> {
  asked().set(host, Date.now())
  const probed = understood(host, await askHost(host, side, ['probe'], { timeoutMs: TIMEOUT_MS }), readProbe)
  try {
    keep(host, probed)
  } catch (error) {
    console.warn(`What ${host} said could not be kept:`, error) // a working table: the next answer is kept
  }
  return probed
}

function keep(host: string, probed: Result<Probe, SshRefusal>): void {
  const now = Date.now()
  keepProbe(database(), host, now, probed.ok ? { probe: probed.value } : { problem: probed.refusal.sentence })
  if (!probed.ok) return
  const probe = probed.value
  const before = sampled().get(host)
  if (before !== undefined && probe.atMs - before.atMs < SAMPLE_MS) return
  sampled().set(host, probe)
  keepSample(database(), { host, at: now, load: probe.load.one, cpu: before ? cpuPressure(before, probe) : null })
}

/** The share of the time between two probes in which something waited for a processor, in per cent; null across a reboot. */
function cpuPressure(before: Probe, now: Probe): number | null {
  const total = ({ psi }: Probe) => psi.find((one) => one.resource === 'cpu' && one.kind === 'some')?.totalUs
  const [earlier, later] = [total(before), total(now)]
  const lastedUs = (now.atMs - before.atMs) * 1_000
  if (earlier === undefined || later === undefined || before.bootId !== now.bootId || lastedUs <= 0) return null
  return Math.min(100, Math.max(0, (100 * (later - earlier)) / lastedUs))
}
