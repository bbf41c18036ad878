import type { Checkout, Psi } from './probe.ts'

type Groups = Readonly<Record<string, string>>

/** From the groups of the pattern PSI. */
export const readPsi = ({ resource, kind, total }: Groups): Psi => ({
  resource: resource === 'cpu' || resource === 'io' ? resource : 'memory',
  kind: kind === 'full' ? 'full' : 'some',
  totalUs: Number(total),
})

/** From the groups of the pattern COMMIT; null where the host named none. */
export const readCheckout = (groups: Groups | null): Checkout | null =>
  groups === null ? null : { commit: groups.commit ?? '', clean: groups.state === 'clean' }
