import { type GateDecision, gapsOf } from '#lib/gates/evaluate-gate.ts'
import { can, explainPermission } from '#lib/people/permissions.ts'
import type { Actor } from '#lib/people/roles.ts'
import { because, type Refusal } from '#lib/result.ts'
import type { RulingResult } from './inputs.ts'

/** Null: this person may give the gate this verdict now: PASS when every failure is ruled PASS and fresh, FAIL with the first FAIL. */
export function whyCannotGiveVerdict(decision: GateDecision, actor: Actor, result: RulingResult): Refusal | null {
  const { claim, gate, verdict, failures, passed, failed, vetoes } = decision
  if (claim?.person === actor.person)
    return because('judging_own_claim', 'You filed this claim yourself: somebody else has to judge it.')
  if (!can(actor, 'verdict.record')) return because('not_permitted', explainPermission(actor, 'verdict.record'))
  if (claim === null)
    return because('nothing_claimed', `Nobody has claimed ${gate.gate}: there is nothing to give a verdict on.`)
  if (verdict?.result === result && decision.standing !== 'stale')
    return because(
      'given_already',
      `Revision ${claim.revision} has this verdict already (event ${verdict.seq}). Nothing was recorded twice.`,
    )
  if (result === 'fail') {
    return failed > 0
      ? null
      : because('no_failure_failed', 'A gate fails with the first failure that is ruled FAIL; none is.')
  }
  if (verdict?.result === 'fail')
    return because(
      'failed_revision',
      `Revision ${claim.revision} has failed (event ${verdict.seq}). The Builder has to claim again before ${gate.gate} can pass.`,
    )
  const [veto] = vetoes
  if (veto) return because('vetoed', `A veto stands: ${veto.reason}`)
  if (passed < failures.length) {
    const open = failures
      .filter((one) => one.ruling.kind !== 'passed')
      .map((one) => `${one.failure.failure} (${one.ruling.kind === 'missing' ? 'not ruled' : one.ruling.kind})`)
    return because(
      'not_all_passed',
      `PASS needs every failure ruled PASS and fresh; ${passed} of ${failures.length} are. Open: ${open.join(', ')}.`,
    )
  }
  const [gap] = failures.flatMap((one) => gapsOf(one))
  if (gap?.id === 'nothing-owed')
    return because('something_owed', `PASS waits for what is owed before ${gate.gate}: ${gap.answer.because}.`)
  if (gap) return because('requirement_unmet', `PASS waits for: ${gap.words} (${gap.answer.because}).`)
  return null
}
