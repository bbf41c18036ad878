import type { Command } from '#lib/ledger/command.ts'
import type { EventDraft } from '#lib/ledger/event.ts'
import type { ClaimFacts } from '#lib/phases/phase-facts.ts'
import { because, ok, refuse } from '#lib/result.ts'
import type { RecordRulingInput } from '#lib/verdicts/inputs.ts'
import { whyCannotRule, whyNotThisDigest, whyRuledAlready, whyRuledMeanwhile } from '#lib/verdicts/why-cannot-rule.ts'
import type { Db } from '../db.ts'
import { nextFinding } from '../findings/next-finding.ts'
import { record } from '../ledger/record.ts'
import { failureIn, gateIn, phaseOr, whyCannotCite } from '../phases/on-record.ts'

/** The Adversary's PASS or FAIL on one failure, recorded at once; a FAIL opens a finding in the same transaction. */
export const recordRuling = (db: Db, command: Command<RecordRulingInput>) =>
  record(db, command, { phase: command.input.phase, permission: 'ruling.record' }, (actor) => {
    const { phase, gate, failure, digest, result, reason, cites, repro, stage, onRecord } = command.input
    const facts = phaseOr(db, phase)
    if (!facts.ok) return facts
    const definition = gateIn(facts.value, gate)
    if (!definition.ok) return definition
    const known = failureIn(facts.value, failure)
    if (!known.ok) return known
    const refusal =
      whyNotThisDigest(facts.value, gate, failure, digest) ??
      whyCannotRule(facts.value, definition.value, failure, actor, result, command.at) ??
      whyRuledMeanwhile(facts.value, definition.value, known.value, digest, actor, onRecord, command.at) ??
      whyRuledAlready(facts.value, definition.value, known.value, digest, actor, result, command.at) ??
      whyCannotCite(facts.value, failure, cites)
    if (refusal) return refuse(refusal)
    const claim = facts.value.claims.find((held) => held.gate === gate)
    if (!claim) return refuse(because('nothing_claimed', `Nobody has claimed ${gate} yet.`))
    if (result === 'fail' && repro === '')
      return refuse(because('repro_missing', 'Say how somebody else sees it fail.', 'repro'))
    const address = { phase, failure, statedAt: null }
    const ruling: EventDraft = {
      ...address,
      kind: 'ruling.recorded',
      subject: gate,
      payload: { gate, revision: claim.revision, digest, result, reason, cites },
    }
    if (result === 'pass') return ok([ruling])
    const finding = nextFinding(db, phase)
    return ok([
      ruling,
      {
        ...address,
        kind: 'finding.opened',
        subject: finding,
        payload: { finding, gate, revision: claim.revision, text: reason, repro, stage, head: headOf(claim, failure) },
      },
    ])
  })

/** The commit that was judged: the fix's head, where one was; else nothing moved that a commit could name. */
const headOf = ({ parts }: ClaimFacts, failure: string): string | null =>
  parts.find((part) => part.failure === failure)?.judged.fixes[0]?.head ?? null
