import { defineRoute } from '#lib/server/actions/define-route.ts'
import { seqResponse } from '#lib/server/live/seq-response.ts'

/** The last event's number, live: a page redraws when it grows. */
export const GET = defineRoute(
  { permission: 'record.read', phaseOf: (url) => url.searchParams.get('phase') },
  (request, { phase }) => seqResponse(phase ?? undefined, request.signal),
)
