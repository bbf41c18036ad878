import { evidenceRef } from '#lib/evidence/evidence-ref.ts'
import type { Command } from '#lib/ledger/command.ts'
import { ok, refuse } from '#lib/result.ts'
import type { RequestRunInput } from '#lib/swarm/inputs.ts'
import { whyCannotRequest } from '#lib/swarm/why-cannot-request.ts'
import type { Db } from '../db.ts'
import { nextRunNumber } from '../ledger/next-run-number.ts'
import { record } from '../ledger/record.ts'
import { failureIn, phaseOr } from '../phases/on-record.ts'
import { findHost } from './list-hosts.ts'
import { listRunsNotOver } from './list-requested-runs.ts'

/** Puts a run into its host's queue; the supervisor starts it when its turn comes. */
export const requestRun = (db: Db, command: Command<RequestRunInput>) =>
  record(db, command, { phase: command.input.phase, permission: 'run.request' }, (actor) => {
    const { phase, failure, ...asked } = command.input
    const facts = phaseOr(db, phase)
    if (!facts.ok) return facts
    const known = failureIn(facts.value, failure)
    if (!known.ok) return known
    const refusal = whyCannotRequest(actor, findHost(db, asked.host), known.value, asked, {
      gates: facts.value.gates.map(({ gate }) => gate),
      queued: listRunsNotOver(db, asked.host).filter(({ requestedBy }) => requestedBy.person === actor.person).length,
    })
    if (refusal) return refuse(refusal)
    const number = nextRunNumber(db)
    const { recipe, version } = known.value
    return ok([
      {
        ...{ kind: 'run.requested', phase, failure, subject: evidenceRef('run', number), statedAt: null },
        payload: { ...asked, number, recipe, recipeVersion: version },
      },
    ])
  })
