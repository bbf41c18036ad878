import { recordObservation } from '#db/evidence/record-observation.ts'
import { findHost } from '#db/swarm/list-hosts.ts'
import type { Command } from '#lib/ledger/command.ts'
import type { Recorded } from '#lib/ledger/event.ts'
import type { Actor } from '#lib/people/roles.ts'
import { because, type Result, refuse } from '#lib/result.ts'
import type { DiagnoseInput } from '#lib/swarm/form-inputs.ts'
import { sideOf } from '#lib/swarm/host-settings.ts'
import { withRetries } from '../actions/with-retries.ts'
import { database } from '../database.ts'
import { diagnose } from '../swarm/ask-host.ts'

/** What an observation holds. */
const MOST_CHARACTERS = 200_000

/** Runs one of the host's named read-only commands and seals what it printed as an observation; nobody typed it. */
export async function diagnoseFailure(command: Command<DiagnoseInput> & { actor: Actor }): Promise<Result<Recorded>> {
  const { phase, failure, host, diagnosis } = command.input
  const offered = findHost(database(), host)?.probe?.diagnoses.find(({ name }) => name === diagnosis)
  if (offered === undefined)
    return refuse(
      because('not_offered', `${host} offers no diagnosis ${diagnosis}. Probe it, and look again.`, 'diagnosis'),
    )
  const said = await diagnose(host, sideOf(command.actor.role), diagnosis)
  if (!said.ok) return said
  const observedAt = new Date().toISOString()
  const { output, exit } = said.value
  const text = output.toString('utf8')
  const ending = exit === null || exit === 0 ? '' : `\nexit ${exit}`
  if (text.length + ending.length > MOST_CHARACTERS)
    return refuse(because('too_long', 'It printed more than 200,000 characters. Nothing was recorded.'))
  const observed = `${text}${ending}` === '' ? '(it printed nothing)' : `${text}${ending}`
  const input = { phase, failure, command: offered.command, output: observed, host, observedAt, by: 'host' as const }
  return withRetries(() => recordObservation(database(), { ...command, at: new Date(), input }))
}
