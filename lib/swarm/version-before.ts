import type { HostRef } from './protocol/read-lists.ts'

/** The released version right before this one, by the tags of its repository; null: none of them is, or this one was not released. */
export function versionBefore(refs: readonly Pick<HostRef, 'name'>[], version: string): string | null {
  const released = refs
    .flatMap(({ name }) => (/^tags\/\d/.test(name) ? [name.slice('tags/'.length)] : []))
    .toSorted(inOrder)
  const place = released.indexOf(version)
  return released[place - 1] ?? null
}

/** `0.9.1+3.5.0` before `0.10.0+3.5.0`: number by number, the recipe's own before the app's. */
const inOrder = (one: string, other: string): number => one.localeCompare(other, 'en', { numeric: true })
