import { can, explainPermission, type Permission } from '#lib/people/permissions.ts'
import type { Actor } from '#lib/people/roles.ts'
import { actorIn } from '../auth/current-actor.ts'
import { readConfiguration } from '../configuration.ts'
import { whyMisaddressed } from '../same-origin.ts'

type Gatekeeping = { permission: Permission; phaseOf: (url: URL) => string | null }
type Admitted = { actor: Actor; phase: string | null }

/** A route handler that reads: from here? -> who -> may they -> do. Refusals are plain sentences with their status. */
export function defineRoute(
  gatekeeping: Gatekeeping,
  handle: (request: Request, admitted: Admitted) => Response | Promise<Response>,
) {
  return async (request: Request): Promise<Response> => {
    const misaddressed = whyMisaddressed(request.headers, readConfiguration())
    if (misaddressed !== null) return sentence(403, misaddressed)
    const phase = gatekeeping.phaseOf(new URL(request.url))
    const actor = await actorIn(phase)
    if (actor === null) return sentence(401, 'Sign in first.')
    if (phase !== null && !can(actor, gatekeeping.permission))
      return sentence(403, explainPermission(actor, gatekeeping.permission))
    return handle(request, { actor, phase })
  }
}

export const sentence = (status: number, text: string): Response =>
  new Response(`${text}\n`, {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  })
