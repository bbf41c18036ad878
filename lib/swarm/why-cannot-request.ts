import { can, explainPermission } from '#lib/people/permissions.ts'
import type { Actor } from '#lib/people/roles.ts'
import type { FailureFacts } from '#lib/phases/phase-facts.ts'
import { because, type Refusal } from '#lib/result.ts'
import type { RunRequest } from './run-request.ts'

/** What is known of a host when a run is asked for. `offers`: what it said when it was asked last; null: it has not answered yet. */
export type OfferedHost = {
  host: string
  fingerprint: string | null
  retiredReason: string | null
  offers: { recipes: string[]; profiles: string[] } | null
}

/** A person's runs that wait, so that nobody fills the queue. */
export const MOST_QUEUED = 40

/** Null: a run may be requested on this host at all (nothing is said of the recipe yet). */
export function whyNotOn(host: OfferedHost | null): Refusal | null {
  if (host === null) return because('no_host', 'There is no host: the Operator sets one up on the swarm page.', 'host')
  if (host.retiredReason !== null)
    return because('host_retired', `${host.host} is used no more: ${host.retiredReason}`, 'host')
  if (host.fingerprint === null)
    return because('no_host_key', `Nobody has confirmed the key of ${host.host} yet: the Operator does, once.`, 'host')
  return null
}

/** Null: this person may request this run. It waits in the queue; whether the node is free is asked when its turn comes. */
export function whyCannotRequest(
  actor: Actor,
  host: OfferedHost | null,
  failure: FailureFacts,
  request: Pick<RunRequest, 'profile' | 'afterClaimOn'>,
  known: { gates: readonly string[]; queued: number },
): Refusal | null {
  if (!can(actor, 'run.request')) return because('not_permitted', explainPermission(actor, 'run.request'))
  const unusable = whyNotOn(host)
  if (unusable !== null || host === null) return unusable
  const { offers } = host
  if (offers !== null && !offers.recipes.includes(failure.recipe))
    return because('recipe_not_offered', `${host.host} does not offer the recipe ${failure.recipe}.`, 'host')
  if (offers !== null && !offers.profiles.includes(request.profile))
    return because('profile_not_offered', `${host.host} does not offer the profile ${request.profile}.`, 'profile')
  if (request.afterClaimOn !== null && !known.gates.includes(request.afterClaimOn))
    return because('no_such_gate', `There is no gate ${request.afterClaimOn} in this phase.`, 'afterClaimOn')
  if (known.queued >= MOST_QUEUED)
    return because('queue_full', `${MOST_QUEUED} runs wait already. Take some out of the queue first.`)
  return null
}
