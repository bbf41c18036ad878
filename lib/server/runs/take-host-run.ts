import { findPhaseFacts } from '#db/phases/find-phase-facts.ts'
import { saveDraft } from '#db/working/drafts.ts'
import type { Command } from '#lib/ledger/command.ts'
import type { Actor } from '#lib/people/roles.ts'
import { addressOf } from '#lib/phases/addresses.ts'
import { because, ok, type Result, refuse } from '#lib/result.ts'
import { offerHostRun } from '#lib/runs/offer-host-run.ts'
import type { TakeHostRunInput } from '#lib/swarm/form-inputs.ts'
import { sideOf } from '#lib/swarm/host-settings.ts'
import { whyCannotTake } from '#lib/swarm/why-cannot-take.ts'
import { newCommandId } from '../actions/new-command-id.ts'
import { withRetries } from '../actions/with-retries.ts'
import { database } from '../database.ts'
import { fetchHostRun, listHostRuns } from '../swarm/ask-host.ts'
import type { UploadDraft } from '../uploads/upload-draft.ts'
import { checkRunFiles } from './check-run-files.ts'

/**
 * Fetches the files of a run folder on a host into the store and begins the form that attaches a run with them: what results.json says is
 * filled in, what it cannot know (start, condition) is for the person to say. Answers with the form's address; nothing is recorded yet.
 */
export async function takeHostRun(command: Command<TakeHostRunInput> & { actor: Actor }): Promise<Result<string>> {
  const { actor, at, input } = command
  const { phase, failure, host, name } = input
  const known = findPhaseFacts(database(), phase)?.failures.find((held) => held.failure === failure)
  if (known === undefined) return refuse(because('no_such_failure', `There is no failure ${failure} in this phase.`))
  const side = sideOf(actor.role)
  const listed = await listHostRuns(host, side)
  if (!listed.ok) return listed
  const refusal = whyCannotTake(name, host, listed.value)
  if (refusal) return refuse(refusal)
  const fetched = await fetchHostRun(host, side, name)
  if (!fetched.ok) return fetched
  const { results, log, troubles } = fetched.value
  if (results === null && log === null)
    return refuse(
      because(
        'nothing_there',
        `The run folder ${name} on ${host} holds neither results.json nor a log. ${troubles.join(' ')}`.trim(),
      ),
    )
  const { reading, errors } = await checkRunFiles({ results, log })
  const files = {
    ...(results === null || errors.results !== undefined ? {} : { results }),
    ...(log === null || errors.log !== undefined ? {} : { log: { ...log, name: `${name}.log` } }),
  }
  const content: UploadDraft = {
    state: {
      values: offerHostRun(known, { host, folder: name }, reading),
      errors,
      alert: troubles.length === 0 ? null : troubles.join(' '),
      attempt: 1,
    },
    files,
  }
  const id = newCommandId()
  const saved = await withRetries(() =>
    ok(saveDraft(database(), { id, person: actor.person, form: 'attach-run', content, at })),
  )
  return saved.ok
    ? ok(`${addressOf.attachRun(phase, failure)}?draft=${id}&from=${encodeURIComponent(`${name} on ${host}`)}`)
    : saved
}
