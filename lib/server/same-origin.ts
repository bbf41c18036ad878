import type { Configuration } from './configuration.ts'

type Headers = { get(name: string): string | null }
type Expected = Pick<Configuration, 'mode' | 'origin' | 'hosts'>

/**
 * Why a request is not from our own pages, or null. The one check for every change that a cookie authorises: Next's own looks at Origin
 * only where one is sent and believes X-Forwarded-Host, and route handlers have none (Fetch standard: browsers send Origin with every POST).
 */
export function whyForeignRequest(headers: Headers, expected: Expected): string | null {
  return whyMisaddressed(headers, expected) ?? whyForeignOrigin(headers, expected)
}

/** Why a request does not belong here at all, a read included: a rebound name, or practice mode seen through a proxy. */
export function whyMisaddressed(headers: Headers, expected: Expected): string | null {
  const host = headers.get('host')
  if (host === null || !isAnswered(host, expected.hosts)) {
    return `This Gatehouse does not answer to the address ${quoted(host)}.${expected.origin ? ` It is at ${expected.origin.origin}.` : ''}`
  }
  const forwardedHost = headers.get('x-forwarded-host')
  if (forwardedHost !== null && forwardedHost.toLowerCase() !== host.toLowerCase()) {
    return `The request was sent to ${quoted(forwardedHost)} and arrived as ${quoted(host)}: the proxy has to pass the Host header on.`
  }
  return expected.mode === 'practice' && isProxied(headers) ? PROXIED : null
}

const PROXIED =
  'Practice mode answers only on this machine, and this request came through a proxy. Set GATEHOUSE_ORIGIN to run Gatehouse for real.'

function whyForeignOrigin(headers: Headers, { origin: own }: Expected): string | null {
  const site = headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin' && site !== 'none') return FOREIGN
  const origin = headers.get('origin')
  if (origin === null) return site === 'same-origin' ? null : UNSTATED
  const expected = own?.origin ?? `http://${headers.get('host')?.toLowerCase()}`
  return origin.toLowerCase() === expected ? null : FOREIGN
}

const FOREIGN = 'This was sent from another site, so nothing was done. Open the page here and submit it again.'
const UNSTATED =
  'The browser did not say which page this came from, so nothing was done. Reload the page and submit it again.'

function isAnswered(host: string, hosts: readonly string[]): boolean {
  const [, name] = /^(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(?::\d{1,5})?$/i.exec(host) ?? []
  return name !== undefined && (hosts.includes(host.toLowerCase()) || hosts.includes(name.toLowerCase()))
}

/** Next adds X-Forwarded-Host, -For and -Proto to what it passes on: only their values tell its own from those of a proxy. */
function isProxied(headers: Headers): boolean {
  if (['forwarded', 'via', 'x-real-ip'].some((name) => headers.get(name) !== null)) return true
  const address = headers.get('x-forwarded-for')
  const protocol = headers.get('x-forwarded-proto')
  return (address !== null && !isLoopback(address)) || (protocol !== null && protocol !== 'http')
}

// A list is the trace of a proxy, whatever stands in it.
const isLoopback = (address: string): boolean => /^(::1|(::ffff:)?127(\.\d{1,3}){3})$/i.test(address.trim())

// What a client sent is shown short, so that a refusal never becomes a page of somebody else's text.
const quoted = (value: string | null): string => (value === null ? '(none)' : `“${value.slice(0, 80)}”`)
