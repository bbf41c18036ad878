import { findPhaseByWatchKey } from '#db/phases/watch-key.ts'
import { sentence } from '#lib/server/actions/define-route.ts'
import { database } from '#lib/server/database.ts'
import { seqResponse } from '#lib/server/live/seq-response.ts'
import { sameOriginResponse } from '#lib/server/refuse-foreign.ts'

type Context = { params: Promise<{ key: string }> }

/** Tells the stakeholders' page when to redraw. Public by its key, like the page: it says a number and nothing else. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const misaddressed = sameOriginResponse(request)
  if (misaddressed !== null) return misaddressed
  const phase = findPhaseByWatchKey(database(), (await params).key)
  return phase === null ? sentence(404, 'Nothing is at this address.') : seqResponse(phase, request.signal)
}
