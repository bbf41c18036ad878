import type { Command } from '#lib/ledger/command.ts'
import type { UnfoldReasoningInput } from '#lib/notes/inputs.ts'
import { because, ok, refuse } from '#lib/result.ts'
import type { Db } from '../db.ts'
import { findEvent, listEvents } from '../ledger/list-events.ts'
import { record } from '../ledger/record.ts'

/** Reading the Builder's reasoning before ruling is allowed and recorded (DOMAIN 2.3). */
export const unfoldReasoning = (db: Db, command: Command<UnfoldReasoningInput>) =>
  record(db, command, { phase: command.input.phase, permission: 'reasoning.unfold' }, (actor) => {
    const { phase, seq } = command.input
    const note = findEvent(db, seq)
    if (note?.kind !== 'reasoning.written' || note.phase !== phase)
      return refuse(because('no_such_reasoning', `Event ${seq} is no reasoning of this phase.`))
    const before = listEvents(db, { phase, actor: actor.person, kinds: ['reasoning.unfolded'] }, 1_000).find(
      (event) => event.kind === 'reasoning.unfolded' && event.payload.seq === seq,
    )
    if (before) return refuse(because('unfolded_already', `You unfolded it already (event ${before.seq}).`))
    return ok([
      { kind: 'reasoning.unfolded', phase, failure: note.failure, subject: null, statedAt: null, payload: { seq } },
    ])
  })
