import type { Route } from 'next'
import { redirect } from 'next/navigation'

/** Leads to a page of our own. Throws (as Next's redirects do); an address elsewhere is a bug. */
export function goTo(address: string): never {
  if (!isOwnPage(address)) throw new Error(`Not a page of ours: ${address}`)
  redirect(address)
}

const isOwnPage = (address: string): address is Route => /^\/(?![/\\])/.test(address)
