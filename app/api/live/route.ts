import { defineRoute } from '#lib/server/actions/define-route.ts'
import { seqStream } from '#lib/server/live/seq-stream.ts'

/** The last event's number, live: a page redraws when it grows. */
export const GET = defineRoute(
  { permission: 'record.read', phaseOf: (url) => url.searchParams.get('phase') },
  (request, { phase }) => {
    return new Response(seqStream(phase ?? undefined, request.signal), {
      headers: {
        'Content-Type': 'text/event-stream; charset=utf-8',
        'Cache-Control': 'no-cache, no-transform',
        'X-Accel-Buffering': 'no',
      },
    })
  },
)
