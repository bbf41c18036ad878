import { EXPORT_FOR } from '#lib/ledger/export-words.ts'
import { defineRoute, sentence } from '#lib/server/actions/define-route.ts'
import { streamLedger } from '#lib/server/ledger/stream-ledger.ts'
import { readablePhases } from '#lib/server/pages/readable-phases.ts'

/** The whole record as JSON Lines, to be verified elsewhere. */
export const GET = defineRoute({ permission: 'record.read', phaseOf: () => null }, (request, { actor }) => {
  if (!readablePhases(actor.person).every) return sentence(403, EXPORT_FOR)
  return new Response(streamLedger(request.signal), {
    headers: {
      'Content-Type': 'application/jsonl; charset=utf-8',
      'Content-Disposition': 'attachment; filename="gatehouse-ledger.jsonl"',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })
})
