import { findHost } from '#db/swarm/list-hosts.ts'
import { requestRun } from '#db/swarm/request-run.ts'
import type { Command } from '#lib/ledger/command.ts'
import type { Recorded } from '#lib/ledger/event.ts'
import type { Actor } from '#lib/people/roles.ts'
import { because, ok, type Result, refuse } from '#lib/result.ts'
import { checkedLabel, trunkOf } from '#lib/swarm/find-ref.ts'
import type { AskRunInput } from '#lib/swarm/form-inputs.ts'
import { type HostSide, sideOf } from '#lib/swarm/host-settings.ts'
import { whyNotOn } from '#lib/swarm/why-cannot-request.ts'
import { withRetries } from '../actions/with-retries.ts'
import { database } from '../database.ts'
import { listRefs } from '../swarm/ask-host.ts'

type Asked = Command<AskRunInput> & { actor: Actor }
/** `ref`: what the host calls it; null where it was typed, or the host does not say so. */
type Resolved = { commit: string; ref: string | null }

/** Puts a run into the queue; main, or a commit of which only the beginning is known, is looked up on the host first. */
export async function askForRun({ input, ...command }: Asked, recipe: string): Promise<Result<Recorded>> {
  const { chosen, commit, chosenHarness, harness, ...rest } = input
  const unusable = whyNotOn(findHost(database(), input.host))
  if (unusable) return refuse(unusable)
  const side = sideOf(command.actor.role)
  const tested = await resolve(input.host, side, recipe, chosen, commit)
  if (!tested.ok) return refuse({ ...tested.refusal, field: 'commit' })
  const wantsHarness = chosenHarness !== '' || harness !== ''
  const worktree = wantsHarness ? await resolve(input.host, side, null, chosenHarness, harness) : null
  if (worktree !== null && !worktree.ok) return refuse({ ...worktree.refusal, field: 'harness' })
  const request = {
    ...{ ...rest, commit: tested.value.commit, ref: tested.value.ref },
    ...{ harness: worktree?.value.commit ?? null, harnessRef: worktree?.value.ref ?? null },
  }
  return withRetries(() => requestRun(database(), { ...command, input: request }))
}

/** `recipe` null: the harness. A commit that was typed wins over one that was chosen; neither: main. A name is the host’s own, or none. */
async function resolve(
  host: string,
  side: HostSide,
  recipe: string | null,
  chosen: string,
  typed: string,
): Promise<Result<Resolved>> {
  if (typed !== '') return ok({ commit: typed, ref: null })
  const [beginning = '', ...name] = chosen.split(' ')
  const isWhole = beginning.length === WHOLE
  const label = name.join(' ')
  if (isWhole && label === '') return ok({ commit: beginning, ref: null })
  const refs = await listRefs(host, side, recipe)
  if (isWhole) return ok({ commit: beginning, ref: refs.ok ? checkedLabel(refs.value, beginning, label) : null })
  if (!refs.ok) return refs
  const found = beginning === '' ? trunkOf(refs.value) : refs.value.find(({ commit }) => commit.startsWith(beginning))
  if (found) return ok({ commit: found.commit, ref: found.name })
  const what = recipe ?? 'the harness'
  return refuse(
    because(
      'no_such_ref',
      beginning === ''
        ? `On ${host}, ${what} has neither main nor master. Choose a reference, or type the commit.`
        : `No reference of ${what} on ${host} stands at ${beginning}. Type all 40 digits of the commit.`,
    ),
  )
}

const WHOLE = 40
