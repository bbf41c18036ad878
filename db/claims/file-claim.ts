import type { ClaimPart } from '#lib/claims/claim-part.ts'
import type { FileClaimInput } from '#lib/claims/inputs.ts'
import { describeJudged } from '#lib/claims/judged.ts'
import { whyCannotFile, whyNothingNew } from '#lib/claims/why-cannot-file.ts'
import { canonicalJson } from '#lib/ledger/canonical-json.ts'
import type { Command } from '#lib/ledger/command.ts'
import type { EventDraft } from '#lib/ledger/event.ts'
import type { GateDefinition, PhaseFacts } from '#lib/phases/phase-facts.ts'
import { because, ok, type Result, refuse } from '#lib/result.ts'
import type { Db } from '../db.ts'
import { sha256 } from '../ledger/hash.ts'
import { record } from '../ledger/record.ts'
import { gateIn, phaseOr } from '../phases/on-record.ts'
import { lastRevision } from './last-revision.ts'

/** Files (or files again) a claim on one gate: freezes a revision with a digest per failure. */
export const fileClaim = (db: Db, command: Command<FileClaimInput>) =>
  record(db, command, { phase: command.input.phase, permission: 'claim.file' }, () => {
    const facts = phaseOr(db, command.input.phase)
    if (!facts.ok) return facts
    const gate = gateIn(facts.value, command.input.gate)
    if (!gate.ok) return gate
    const missing = whyCannotFile(facts.value, gate.value, command.at)
    if (missing) return refuse(missing)
    const parts = freeze(facts.value, gate.value, command.input)
    if (!parts.ok) return parts
    const repeated = whyNothingNew(facts.value, gate.value.gate, parts.value)
    if (repeated) return refuse(repeated)
    const revision = lastRevision(db, facts.value.phase, gate.value.gate) + 1
    const digest = sha256(canonicalJson(parts.value.map((part) => [part.failure, part.digest])))
    const answered = answersOf(facts.value, gate.value.gate, command.input)
    if (!answered.ok) return answered
    const answers = command.input.answers.map(({ finding }) => finding)
    const payload = { gate: gate.value.gate, revision, parts: parts.value, digest, answers }
    const address = { phase: facts.value.phase, statedAt: null }
    return ok([
      { ...address, kind: 'claim.filed', failure: null, subject: gate.value.gate, payload },
      ...answered.value,
    ])
  })

/** A finding that the claim answers is addressed by it; one that is closed or stands on another gate cannot be answered here. */
function answersOf(facts: PhaseFacts, gate: string, { answers }: FileClaimInput): Result<EventDraft[]> {
  const drafts: EventDraft[] = []
  for (const { finding, text } of answers) {
    const held = facts.findings.find((one) => one.finding === finding && one.gate === gate)
    if (!held || held.standing === 'closed')
      return refuse(because('no_such_finding', `${finding} is no open finding on ${gate}: there is nothing to answer.`))
    const address = { phase: facts.phase, failure: held.failure, statedAt: null }
    if (held.standing === 'open' || held.moved.words !== text)
      drafts.push({
        ...address,
        kind: 'finding.addressed',
        subject: finding,
        payload: { finding, with: text, cites: [] },
      })
  }
  return ok(drafts)
}

/** One part a failure; a failure that the form says nothing about is a refusal, not a gap that nobody sees. */
function freeze(facts: PhaseFacts, gate: GateDefinition, { parts }: FileClaimInput): Result<ClaimPart[]> {
  const frozen: ClaimPart[] = []
  for (const { failure } of facts.failures) {
    // A failure may be called `constructor`, which every object seems to have.
    const statement = Object.hasOwn(parts, failure) ? parts[failure] : undefined
    const judged = statement && describeJudged(facts, gate, failure, statement)
    if (!judged)
      return refuse(
        because('not_in_claim', `The claim says nothing about ${failure}. Reload the page: it was added meanwhile.`),
      )
    frozen.push({ failure, judged, digest: sha256(canonicalJson({ failure, judged })) })
  }
  return ok(frozen)
}
