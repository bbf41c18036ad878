import { sentence } from '#lib/server/actions/define-route.ts'
import { seqResponse } from '#lib/server/live/seq-response.ts'
import { watchedPhase } from '#lib/server/pages/watched-phase.ts'
import { sameOriginResponse } from '#lib/server/refuse-foreign.ts'

type Context = { params: Promise<{ key: string }> }

/** Tells the stakeholders' page when to redraw. Public by its key, like the page: it says a number and nothing else. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const misaddressed = sameOriginResponse(request)
  if (misaddressed !== null) return misaddressed
  const phase = watchedPhase((await params).key)
  return phase === null ? sentence(404, 'Nothing is at this address.') : seqResponse(phase, request.signal)
}
