import { evaluateGate, gapsOf } from '#lib/gates/evaluate-gate.ts'
import { findOwnChecks } from '#lib/gates/own-checks.ts'
import { changedSinceFiled, judgeRuling } from '#lib/gates/ruling-standing.ts'
import { can, explainPermission } from '#lib/people/permissions.ts'
import type { Actor } from '#lib/people/roles.ts'
import type { FailureFacts, GateDefinition, PhaseFacts } from '#lib/phases/phase-facts.ts'
import { because, type Refusal } from '#lib/result.ts'
import type { RulingResult } from './inputs.ts'

/** Null: this person may rule so on this failure now. One function disables the button and guards the write. */
export function whyCannotRule(
  facts: PhaseFacts,
  gate: GateDefinition,
  failure: string,
  actor: Actor,
  result: RulingResult,
  now: Date,
): Refusal | null {
  const claim = facts.claims.find((held) => held.gate === gate.gate)
  if (claim?.withdrawn === null && claim.person === actor.person)
    return because('judging_own_claim', 'You filed this claim yourself: somebody else has to judge it.')
  if (!can(actor, 'ruling.record')) return because('not_permitted', explainPermission(actor, 'ruling.record'))
  if (!claim) return because('nothing_claimed', `Nobody has claimed ${gate.gate} yet: there is nothing to rule on.`)
  if (claim.withdrawn !== null)
    return because(
      'claim_withdrawn',
      `Revision ${claim.revision} of ${gate.gate} was withdrawn: there is nothing to rule on until it is claimed again.`,
    )
  if (!claim.parts.some((part) => part.failure === failure))
    return because('not_in_claim', `The claim says nothing about ${failure}.`)
  const changed = changedSinceFiled(facts, gate, failure)
  if (changed.length > 0)
    return because(
      'changed_since_claim',
      `Since the claim ${changed.join(', ')}: the Builder has to claim again before ${failure} can be judged.`,
    )
  return result === 'pass' ? whyCannotPass(facts, gate, failure, actor, now) : null
}

/** PASS needs the judging person's own check, nothing owed, every other requirement met, and no FAIL on exactly this. */
function whyCannotPass(
  facts: PhaseFacts,
  definition: GateDefinition,
  failure: string,
  actor: Actor,
  now: Date,
): Refusal | null {
  const { gate } = definition
  const failed = failedOnThis(facts, gate, failure)
  if (failed)
    return because(
      'failed_on_this',
      `Exactly this was ruled FAIL (event ${failed.seq}). The Builder has to claim again, with what is different, before it can pass.`,
    )
  const { checks, wants } = findOwnChecks(facts, gate, failure, actor.person)
  if (checks.length === 0) return because('own_check_missing', `PASS waits for your own check of ${failure}; ${wants}.`)
  const owed = facts.obligations.find(
    (one) => one.met === null && one.before === gate && (one.failure === failure || one.failure === null),
  )
  if (owed) return because('something_owed', `PASS waits for what is owed before ${gate}: ${owed.text}`)
  const open = evaluateGate(facts, definition, now).failures.find((one) => one.failure.failure === failure)
  const [gap] = open === undefined ? [] : gapsOf(open)
  if (gap) return because('requirement_unmet', `PASS waits for: ${gap.words} (${gap.answer.because}).`)
  return null
}

/** A FAIL on exactly what is claimed now; it stands until something else is claimed. */
function failedOnThis(facts: PhaseFacts, gate: string, failure: string) {
  const part = facts.claims
    .find((held) => held.gate === gate && held.withdrawn === null)
    ?.parts.find((held) => held.failure === failure)
  return facts.rulings.find(
    (held) => held.gate === gate && held.failure === failure && held.result === 'fail' && held.digest === part?.digest,
  )
}

/** The form showed `digest`; null when that is still what is claimed. */
export function whyNotThisDigest(facts: PhaseFacts, gate: string, failure: string, digest: string): Refusal | null {
  const claim = facts.claims.find((held) => held.gate === gate && held.withdrawn === null)
  const part = claim?.parts.find((held) => held.failure === failure)
  if (claim && part && part.digest !== digest) {
    return because(
      'digest_replaced',
      `While you wrote, revision ${claim.revision} replaced what you were reading. Nothing was recorded; your text is kept. Read the new claim, then rule.`,
    )
  }
  return null
}

/** The same person has ruled the same on the same, and it counts; a second submit from another tab records nothing. */
export function whyRuledAlready(
  facts: PhaseFacts,
  gate: GateDefinition,
  failure: FailureFacts,
  digest: string,
  actor: Actor,
  result: RulingResult,
  now: Date,
): Refusal | null {
  const held = facts.rulings.find((one) => one.gate === gate.gate && one.failure === failure.failure)
  if (!held || held.digest !== digest || held.result !== result || held.person !== actor.person) return null
  if (judgeRuling(facts, gate, failure, now).kind === 'stale') return null
  return because(
    'ruled_already',
    `You ruled ${result.toUpperCase()} on exactly this already (event ${held.seq}). Nothing was recorded twice.`,
  )
}

/**
 * Two Adversaries at the same moment: the one who comes second has not read what the first recorded, so nothing is recorded. Null: the
 * ruling on record is the one they read (`onRecord`, its event), their own, on another digest, or counts no more.
 */
export function whyRuledMeanwhile(
  facts: PhaseFacts,
  gate: GateDefinition,
  failure: FailureFacts,
  digest: string,
  actor: Actor,
  onRecord: number | null,
  now: Date,
): Refusal | null {
  const held = facts.rulings.find((one) => one.gate === gate.gate && one.failure === failure.failure)
  if (!held || held.seq === onRecord || held.digest !== digest || held.person === actor.person) return null
  if (onRecord === null && judgeRuling(facts, gate, failure, now).kind === 'stale') return null
  return because(
    'ruled_meanwhile',
    `While you wrote, ${held.person} ruled ${held.result.toUpperCase()} on this (event ${held.seq}). Nothing was recorded; your text is kept. Read it, then rule.`,
  )
}
