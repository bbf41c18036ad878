import { assertNever } from '#lib/assert-never.ts'
import { ROLE_WORD } from '#lib/people/roles.ts'
import { formatFull } from '#lib/time/format.ts'
import type { GateCopy, PhaseCopy } from './phase-copy.ts'
import { nameOf } from './print-verdicts.ts'
import { onOneLine } from './quoted-words.ts'
import { stamp } from './stamp.ts'

/** `Gate: M1 CLAIMED, awaiting Adversary`, `Gate: M1 PASS (…, no VETO)` (DOMAIN 6). The word PASS follows the gate only while it counts and no veto stands. */
export function printGateLine(copy: PhaseCopy, { decision, turn }: GateCopy): string {
  const { gate } = decision.gate
  const veto = copy.facts.vetoes.find((held) => held.gate === null || held.gate === gate)
  if (veto)
    return `Gate: ${gate} VETOED by ${nameOf(copy, veto.person)} since ${stamp(veto.at)} (event ${veto.seq}): ${onOneLine(veto.reason)}`
  return `Gate: ${gate} ${standing(copy, { decision, turn })}`
}

function standing(copy: PhaseCopy, { decision, turn }: GateCopy): string {
  const { verdict, freshUntil } = decision
  const given = verdict
    ? `${nameOf(copy, verdict.person)} @ ${stamp(verdict.at)}, revision ${verdict.revision}, event ${verdict.seq}`
    : ''
  switch (decision.standing) {
    case 'not-open':
      return 'NOT OPEN, the gate before it has not passed'
    case 'not-claimed':
      return 'IN PROGRESS, not claimed'
    case 'claimed':
      return `CLAIMED, awaiting ${turn.role === null ? 'nobody' : ROLE_WORD[turn.role]}`
    case 'passed':
      return `PASS (Adversary ${given}, no VETO${freshUntil === null ? '' : `; fresh until ${formatFull(freshUntil)}`})`
    case 'failed':
      return `FAIL (Adversary ${given})`
    case 'stale':
      return `STALE, its PASS no longer counts (Adversary ${given})`
    default:
      return assertNever(decision.standing)
  }
}
