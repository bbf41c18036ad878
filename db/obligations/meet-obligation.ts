import type { Command } from '#lib/ledger/command.ts'
import type { MeetObligationInput } from '#lib/obligations/inputs.ts'
import { ROLE_WORD } from '#lib/people/roles.ts'
import { because, ok, refuse } from '#lib/result.ts'
import type { Db } from '../db.ts'
import { record } from '../ledger/record.ts'
import { phaseOr } from '../phases/on-record.ts'

/** Only the side that owes it says that it is met, by what. */
export const meetObligation = (db: Db, command: Command<MeetObligationInput>) =>
  record(db, command, { phase: command.input.phase, permission: 'obligation.meet' }, (actor) => {
    const { phase, obligation, evidence, how } = command.input
    const facts = phaseOr(db, phase)
    if (!facts.ok) return facts
    const owed = facts.value.obligations.find((one) => one.obligation === obligation)
    if (!owed)
      return refuse(because('no_such_obligation', `Nothing is owed under the number ${obligation} in this phase.`))
    if (owed.met) return refuse(because('met_already', `It was met already (event ${owed.met.seq}).`))
    if (owed.by !== actor.role)
      return refuse(because('not_the_debtor', `The ${ROLE_WORD[owed.by]} owes this; only they can say it is met.`))
    if (evidence === null && owed.before !== null)
      return refuse(
        because(
          'no_evidence',
          `What is owed before ${owed.before} is met by evidence, not by words alone.`,
          'evidence',
        ),
      )
    const met = evidence === null ? null : facts.value.evidence.find((one) => one.ref === evidence)
    if (met === undefined)
      return refuse(because('no_such_evidence', `${evidence} is not on record in this phase.`, 'evidence'))
    if (met && owed.failure !== null && met.failure !== owed.failure)
      return refuse(because('other_evidence', `${evidence} is about ${met.failure}, not ${owed.failure}.`, 'evidence'))
    if (met && met.role !== owed.by)
      return refuse(
        because(
          'not_own_evidence',
          `${evidence} is not the ${ROLE_WORD[owed.by]}’s own: who owes it shows it.`,
          'evidence',
        ),
      )
    if (met && owed.before !== null && met.seq < owed.seq)
      return refuse(
        because(
          'older_evidence',
          `${evidence} was on record before this was owed: what settles it comes after.`,
          'evidence',
        ),
      )
    if (met && met.leftOut !== null)
      return refuse(because('left_out', `${evidence} was left out: ${met.leftOut}`, 'evidence'))
    return ok([
      {
        kind: 'obligation.met',
        phase,
        failure: owed.failure,
        subject: `owed-${obligation}`,
        statedAt: null,
        payload: { obligation, evidence, how },
      },
    ])
  })
