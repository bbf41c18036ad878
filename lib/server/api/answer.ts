import type { Db } from '#db/db.ts'
import { lastLink } from '#db/ledger/append.ts'
import { type ApiRefusal, statusOf } from '#lib/api/api-refusal.ts'
import type { Unmet } from '#lib/api/list-unmet.ts'
import { quoteUntrusted } from '#lib/api/quote-untrusted.ts'
import type { Json } from '#lib/ledger/canonical-json.ts'

const HEADERS = {
  'Content-Type': 'application/json; charset=utf-8',
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
}

export const answerJson = (body: { readonly [name: string]: Json | undefined }, status = 200): Response =>
  new Response(`${JSON.stringify(body)}\n`, { status, headers: HEADERS })

export function answerRefusal({ fields, ...refusal }: ApiRefusal, unmet: Unmet[] = []): Response {
  const { reason, sentence, field } = refusal
  const status = statusOf(refusal)
  const answer = answerJson(
    { ok: false, reason, sentence, field, ...(fields && { fields }), unmet: quoteUntrusted(unmet) },
    status,
  )
  if (status === 401) answer.headers.set('WWW-Authenticate', 'Bearer')
  return answer
}

/** The last event of the record: a client that keeps it can see that nothing before it was changed. */
export function headOf(db: Db): { seq: number; hash: string } {
  const { seq, hash } = lastLink(db)
  return { seq, hash: Buffer.from(hash).toString('hex') }
}
