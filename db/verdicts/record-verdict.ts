import { evaluateGate } from '#lib/gates/evaluate-gate.ts'
import type { Command } from '#lib/ledger/command.ts'
import { because, ok, refuse } from '#lib/result.ts'
import type { RecordVerdictInput } from '#lib/verdicts/inputs.ts'
import { whyCannotGiveVerdict } from '#lib/verdicts/why-cannot-give-verdict.ts'
import type { Db } from '../db.ts'
import { record } from '../ledger/record.ts'
import { gateIn, phaseOr } from '../phases/on-record.ts'

/** The gate's verdict on the whole revision. */
export const recordVerdict = (db: Db, command: Command<RecordVerdictInput>) =>
  record(db, command, { phase: command.input.phase, permission: 'verdict.record' }, (actor) => {
    const { phase, gate, digest, result, reason } = command.input
    const facts = phaseOr(db, phase)
    if (!facts.ok) return facts
    const definition = gateIn(facts.value, gate)
    if (!definition.ok) return definition
    const decision = evaluateGate(facts.value, definition.value, command.at)
    const { claim } = decision
    if (claim !== null && claim.digest !== digest) {
      return refuse(
        because(
          'digest_replaced',
          'The claim was filed again while you wrote. Nothing was recorded; your text is kept. Read the new revision first.',
        ),
      )
    }
    const refusal = whyCannotGiveVerdict(decision, actor, result)
    if (refusal) return refuse(refusal)
    if (claim === null) return refuse(because('nothing_claimed', `Nobody has claimed ${gate} yet.`))
    return ok([
      {
        kind: 'verdict.recorded',
        phase,
        failure: null,
        subject: gate,
        statedAt: null,
        payload: { gate, revision: claim.revision, digest, result, reason },
      },
    ])
  })
