import { headers } from 'next/headers'
import { readConfiguration } from './configuration.ts'
import { whyForeignRequest, whyMisaddressed } from './same-origin.ts'

/** For actions without a form to answer in. Throws the sentence when the request is not from our own pages. */
export async function assertSameOrigin(): Promise<void> {
  const foreign = whyForeignRequest(await headers(), readConfiguration())
  if (foreign !== null) throw new Error(foreign)
}

/** For route handlers: the answer to a request that is not from our own pages, or null. A GET is only asked where it was sent to. */
export function sameOriginResponse(request: Request): Response | null {
  const reads = request.method === 'GET' || request.method === 'HEAD'
  const foreign = (reads ? whyMisaddressed : whyForeignRequest)(request.headers, readConfiguration())
  return foreign === null ? null : new Response(foreign, { status: reads ? 421 : 403, headers: TEXT })
}

const TEXT = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' }
