import { randomBytes } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { PATH_HEADER } from '#lib/server/auth/path-header.ts'
import { readConfiguration } from '#lib/server/configuration.ts'
import { whyMisaddressed } from '#lib/server/same-origin.ts'

const HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
} as const

/**
 * Headers for every page, and a sentence for a request that was sent to another address. It decides no permissions: a path it misses is
 * guarded all the same, by `currentPerson` and by every action.
 */
export function proxy(request: NextRequest): NextResponse {
  const misaddressed = whyMisaddressed(request.headers, readConfiguration())
  if (misaddressed !== null) return new NextResponse(misaddressed, { status: 421, headers: HEADERS })

  const policy = contentSecurityPolicy(randomBytes(16).toString('base64'))
  const headers = new Headers(request.headers)
  // Next reads the nonce for its own scripts from here.
  headers.set('Content-Security-Policy', policy)
  headers.set(PATH_HEADER, `${request.nextUrl.pathname}${request.nextUrl.search}`)
  return NextResponse.next({ request: { headers }, headers: { ...HEADERS, 'Content-Security-Policy': policy } })
}

function contentSecurityPolicy(nonce: string): string {
  // In development React rebuilds server stack traces with eval, and Next's error overlay writes style elements.
  const develops = process.env.NODE_ENV === 'development'
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${develops ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${develops ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "font-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

// Uploads are left out: whatever passes through here is cut at 10 MB, silently.
export const config = { matcher: '/((?!_next/static/|favicon\\.ico$|api/|.*/upload$).*)' }
