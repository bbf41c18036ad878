import type { HostRef } from './protocol/read-lists.ts'

/** What `main` means: the reference of that name, else `master`; null: the repository has neither, and no other stands in for it. */
export const trunkOf = <Ref extends Pick<HostRef, 'name'>>(refs: readonly Ref[]): Ref | null =>
  refs.find(({ name }) => name === 'main') ?? refs.find(({ name }) => name === 'master') ?? null

/** The label of a commit: only what the host itself calls it, now; null where it has no such pair. */
export const checkedLabel = (refs: readonly HostRef[], commit: string, label: string): string | null =>
  refs.some((ref) => ref.commit === commit && ref.name === label) ? label : null
