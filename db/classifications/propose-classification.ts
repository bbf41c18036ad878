import type { ProposeClassificationInput } from '#lib/classifications/inputs.ts'
import { canonicalJson } from '#lib/ledger/canonical-json.ts'
import type { Command } from '#lib/ledger/command.ts'
import { because, ok, refuse } from '#lib/result.ts'
import type { Db } from '../db.ts'
import { record } from '../ledger/record.ts'
import { failureIn, phaseOr, whyCannotCite } from '../phases/on-record.ts'

/** The Builder's hypothesis; an earlier one stays in the history. */
export const proposeClassification = (db: Db, command: Command<ProposeClassificationInput>) =>
  record(db, command, { phase: command.input.phase, permission: 'classification.propose' }, () => {
    const { phase, failure, behaviour, place, cause, plainWords, cites } = command.input
    const facts = phaseOr(db, phase)
    if (!facts.ok) return facts
    const known = failureIn(facts.value, failure)
    if (!known.ok) return known
    const wrong = whyCannotCite(facts.value, failure, cites)
    if (wrong) return refuse(wrong)
    const payload = { behaviour, place, cause, plainWords, cites }
    const held = facts.value.classifications.find((one) => one.failure === failure)
    if (held) {
      const before = {
        behaviour: held.behaviour,
        place: held.place,
        cause: held.cause,
        plainWords: held.plainWords,
        cites: held.cites,
      }
      if (canonicalJson(before) === canonicalJson(payload))
        return refuse(
          because('nothing_new', `This is exactly what is on record (event ${held.seq}). Nothing was recorded twice.`),
        )
    }
    return ok([{ kind: 'classification.proposed', phase, failure, subject: failure, statedAt: null, payload }])
  })
