import type { LedgerEvent } from '#lib/ledger/event.ts'
import {
  counts,
  isClosed,
  isSame,
  isUnchanged,
  type Model,
  onRecord,
  owedBefore,
  ownChecks,
  roleOf,
  standingClaim,
} from './model.ts'

/** What no event may break, as the model stands right before it. `open`: what stood between the phase and DONE. Throws a sentence. */
export function askOfEvent(model: Model, event: LedgerEvent, now: number, open: readonly string[]): void {
  const { kind, actor, failure } = event
  const hold = (holds: boolean, sentence: string) => {
    if (!holds) throw new Error(`Event ${event.seq}, ${kind} by ${actor}: ${sentence}`)
  }
  hold(event.seq === model.head + 1, `it follows ${model.head}`)
  if (JUDGED.includes(kind)) hold(roleOf(model, actor) === 'adversary' && event.role === 'adversary', 'no Adversary')
  if (BUILT.includes(kind)) hold(roleOf(model, actor) === 'builder' && event.role === 'builder', 'no Builder')
  switch (event.kind) {
    case 'claim.filed':
      for (const { failure: claimed, judged } of event.payload.parts) {
        const now = onRecord(model, event.payload.gate, claimed, judged.statement)
        hold(now !== null && isSame(now, judged), `what is frozen of ${claimed} is not what is on record`)
      }
      break
    case 'ruling.recorded': {
      const { gate, digest, result } = event.payload
      const claim = standingClaim(model, gate)
      const ruled = failure ?? ''
      hold(claim !== null && claim.person !== actor, 'on their own claim, or none')
      hold(claim?.parts.find((part) => part.failure === ruled)?.digest === digest, 'on what is not claimed')
      hold(isUnchanged(model, gate, ruled), 'on what changed since the claim')
      if (result === 'fail') break
      hold(ownChecks(model, gate, ruled, actor).length > 0, 'PASS without an own check')
      hold(!owedBefore(model, gate, ruled), 'PASS with something owed')
      const found = model.findings.filter((held) => held.gate === gate && held.failure === ruled)
      hold(
        found.every((one) => isClosed(model, one)),
        'PASS with an open finding',
      )
      break
    }
    case 'verdict.recorded': {
      const { gate, digest, result } = event.payload
      const claim = standingClaim(model, gate)
      hold(claim?.digest === digest && claim.person !== actor, 'on what is not claimed, or their own claim')
      if (result === 'fail') break
      hold(
        model.failures.every((one) => counts(model, gate, one, now)),
        'PASS with a failure that does not count',
      )
      hold(
        model.vetoes.every((veto) => veto.gate !== null && veto.gate !== gate),
        'PASS with a veto',
      )
      break
    }
    case 'finding.closed': {
      const held = model.findings.find(({ id }) => id === event.payload.finding)
      hold(held?.person === actor || roleOf(model, held?.person ?? '') !== 'adversary', 'somebody else’s finding')
      break
    }
    case 'finding.opened':
      hold(event.payload.finding === `F-redfix-${model.findings.length + 1}`, 'not the next number')
      break
    case 'phase.done':
      hold(open.length === 0, `DONE with ${open.join(', ')}`)
      break
  }
}

const JUDGED: readonly string[] = [
  'ruling.recorded',
  'verdict.recorded',
  'finding.opened',
  'finding.closed',
  'finding.reopened',
  'more.asked',
]
const BUILT: readonly string[] = [
  'claim.filed',
  'claim.withdrawn',
  'classification.proposed',
  'fix.attached',
  'finding.addressed',
  'phase.done',
]
