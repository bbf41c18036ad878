import type { Command } from '#lib/ledger/command.ts'
import { because, ok, refuse } from '#lib/result.ts'
import type { AskForMoreInput } from '#lib/verdicts/inputs.ts'
import { whyCannotRule, whyNotThisDigest } from '#lib/verdicts/why-cannot-rule.ts'
import type { Db } from '../db.ts'
import { nextNumber } from '../ledger/next-number.ts'
import { record } from '../ledger/record.ts'
import { failureIn, gateIn, phaseOr } from '../phases/on-record.ts'

/** Hands the turn back with something owed before the gate, and without a finding. */
export const askForMore = (db: Db, command: Command<AskForMoreInput>) =>
  record(db, command, { phase: command.input.phase, permission: 'more.ask' }, (actor) => {
    const { phase, gate, failure, digest, text } = command.input
    const facts = phaseOr(db, phase)
    if (!facts.ok) return facts
    const definition = gateIn(facts.value, gate)
    if (!definition.ok) return definition
    const known = failureIn(facts.value, failure)
    if (!known.ok) return known
    // Whoever may say FAIL may ask instead: only a PASS needs more than the claim.
    const refusal =
      whyNotThisDigest(facts.value, gate, failure, digest) ??
      whyCannotRule(facts.value, definition.value, failure, actor, 'fail', command.at)
    if (refusal) return refuse(refusal)
    const same = facts.value.obligations.find(
      (one) => one.met === null && one.text === text && one.failure === failure && one.before === gate,
    )
    if (same) return refuse(because('owed_already', `This is owed already (event ${same.seq}).`, 'text'))
    const claim = facts.value.claims.find((held) => held.gate === gate)
    if (!claim) return refuse(because('nothing_claimed', `Nobody has claimed ${gate} yet.`))
    const obligation = nextNumber(db, 'obligation.owed')
    const address = { phase, failure, statedAt: null }
    const asked = { gate, revision: claim.revision, digest, text, obligation }
    const owed = { obligation, by: 'builder', text, before: gate, imported: null } as const
    return ok([
      { ...address, kind: 'more.asked', subject: gate, payload: asked },
      { ...address, kind: 'obligation.owed', subject: `owed-${obligation}`, payload: owed },
    ])
  })
