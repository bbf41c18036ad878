import type { OfferedHost } from './why-cannot-request.ts'

/** The hosts on which something can run, those that people configured before the practice host; the first is the usual one. */
export const usableHosts = <Host extends OfferedHost & { settings: { kind: 'ssh' | 'practice' } }>(
  hosts: readonly Host[],
): Host[] =>
  hosts.filter(({ retiredReason }) => retiredReason === null).toSorted((one, other) => rank(one) - rank(other))

/** The host that was asked for by name, else the usual one; null: there is none. */
export const chosenHost = <Host extends Pick<OfferedHost, 'host'>>(
  usable: readonly Host[],
  asked: string | undefined,
): Host | null => usable.find(({ host }) => host === asked) ?? usable[0] ?? null

const rank = ({ settings, fingerprint }: Pick<OfferedHost, 'fingerprint'> & { settings: { kind: string } }): number =>
  (fingerprint === null ? 2 : 0) + (settings.kind === 'practice' ? 1 : 0)
