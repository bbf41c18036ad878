import { createHash } from 'node:crypto'
import { findPhaseFacts } from '#db/phases/find-phase-facts.ts'
import { listRunsNotOver } from '#db/swarm/list-requested-runs.ts'
import type { Command } from '#lib/ledger/command.ts'
import type { Actor } from '#lib/people/roles.ts'
import { because, ok, type Result, refuse } from '#lib/result.ts'
import type { QueueOwedInput } from '#lib/swarm/form-inputs.ts'
import { owedChecks } from '#lib/swarm/owed-runs.ts'
import { database } from '../database.ts'
import { askForRun } from './ask-for-run.ts'

type Asked = Command<QueueOwedInput> & { actor: Actor }

/** Queues every own check of a gate that is owed and not queued yet, a command each; answers with how many. The first refusal ends it. */
export async function queueOwedRuns({ id, actor, at, input }: Asked): Promise<Result<number>> {
  const { phase, host, waits } = input
  if (actor.role !== 'adversary') return refuse(because('not_owed', 'Own checks are owed by the Adversary alone.'))
  const facts = findPhaseFacts(database(), phase)
  const gate = facts?.gates.find((held) => held.gate === input.gate)
  if (!facts || !gate) return refuse(because('no_such_gate', `There is no gate ${input.gate} in this phase.`))
  const owed = owedChecks(facts, gate, listRunsNotOver(database()), at)
  const missing = owed.flatMap(({ failure, run, queued }) =>
    run === null || queued !== null ? [] : [{ failure, run }],
  )
  if (missing.length === 0)
    return refuse(because('nothing_to_queue', 'Every run that is owed here is queued already, or none is owed.'))
  let queued = 0
  for (const { failure, run } of missing) {
    const recipe = facts.failures.find((held) => held.failure === failure)?.recipe ?? failure
    const asked = await askForRun(
      {
        ...{ id: partOf(id, [failure, run.profile, run.commit, run.harness].join(':')), actor, at },
        input: {
          ...{ phase, failure, host, profile: run.profile, chosen: run.commit ?? '', commit: '' },
          ...{ chosenHarness: run.harness ?? '', harness: '', pullRequest: run.pullRequest, from: null, to: null },
          ...{ afterClaimOn: waits ? gate.gate : null, remark: '' },
        },
      },
      recipe,
    )
    if (!asked.ok)
      return refuse({
        ...asked.refusal,
        field: null,
        sentence: `${after(queued)}${failure}: ${asked.refusal.sentence}`,
      })
    queued++
  }
  return ok(queued)
}

const after = (queued: number): string =>
  queued === 0 ? '' : `${queued} ${queued === 1 ? 'run was' : 'runs were'} queued; then `

/** A command id for each run of one press, the same when it is pressed again (a UUID of version 8, RFC 9562). */
function partOf(id: string, what: string): string {
  const hex = createHash('sha256').update(`${id}:${what}`).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  )
}
