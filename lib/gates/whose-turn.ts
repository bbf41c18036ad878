import type { Role } from '#lib/people/roles.ts'
import type { PhaseFacts } from '#lib/phases/phase-facts.ts'
import type { GateDecision } from './evaluate-gate.ts'
import { readsFix } from './requirements.ts'
import { changedSinceFiled, lastChange } from './ruling-standing.ts'

/** `since`: ISO 8601 UTC. Role null: nobody is asked for anything. */
export type Turn = { role: Role | null; since: string; what: string }

/** Who has to act next on this gate, since when, and for what. */
export function whoseTurn(facts: PhaseFacts, decision: GateDecision): Turn {
  const { standing, claim, verdict, failures, passed, failed } = decision
  const [veto] = decision.vetoes
  if (veto)
    return { role: veto.role === 'operator' ? 'operator' : 'adversary', since: veto.at, what: `vetoed: ${veto.reason}` }
  const toClaimAgain = whatToClaimAgain(facts, decision)
  if (toClaimAgain.length > 0 && (standing === 'claimed' || standing === 'stale'))
    return {
      role: 'builder',
      since: toClaimAgain.map((failure) => lastChange(facts, decision.gate, failure)).sort()[0] ?? facts.opened.at,
      what: `to claim again: ${toClaimAgain.join(', ')} changed since the claim`,
    }
  switch (standing) {
    case 'not-open':
      return { role: null, since: facts.opened.at, what: 'opens when the gate before it has passed' }
    case 'not-claimed':
      return {
        role: 'builder',
        since: withdrawnAt(facts, decision) ?? lastVerdictBefore(facts, decision) ?? facts.opened.at,
        what: readsFix(decision.gate.requirements) ? 'to fix and claim' : 'to investigate and claim',
      }
    case 'claimed': {
      const asked = askedOfBuilder(facts, decision)
      if (asked !== null) return asked
      return {
        role: 'adversary',
        since: claim?.at ?? facts.opened.at,
        what: waitingFor(failures.length, passed, failed),
      }
    }
    case 'failed':
      return { role: 'builder', since: verdict?.at ?? facts.opened.at, what: toAnswer(facts, decision) }
    case 'stale': {
      const asked = askedOfBuilder(facts, decision)
      if (asked !== null) return asked
      return {
        role: 'adversary',
        since: staleSince(facts, decision) ?? decision.freshUntil ?? facts.opened.at,
        what:
          passed + failed === failures.length
            ? waitingFor(failures.length, passed, failed)
            : `to judge again: ${failures.length - passed - failed} of ${failures.length} no longer count`,
      }
    }
    case 'passed': {
      const asked = askedOfBuilder(facts, decision)
      if (asked !== null) return asked
      return { role: null, since: verdict?.at ?? facts.opened.at, what: 'passed' }
    }
  }
}

/** Every failure that is not ruled waits for something the Builder owes: the turn is handed back, without a FAIL. */
function askedOfBuilder(facts: PhaseFacts, { gate, failures, failed }: GateDecision): Turn | null {
  if (failed > 0) return null // the FAIL is due, whatever is owed
  const owed = facts.obligations.filter((one) => one.met === null && one.by === 'builder' && one.before === gate.gate)
  const open = failures.filter(({ ruling }) => ruling.kind !== 'passed' && ruling.kind !== 'failed')
  const waits = (failure: string) => owed.find((one) => one.failure === failure || one.failure === null)
  if (open.some(({ failure }) => waits(failure.failure) === undefined)) return null
  // With everything ruled, what was asked since still stands before the verdict.
  const asked = open.length === 0 ? owed : open.flatMap(({ failure }) => waits(failure.failure) ?? [])
  const [first] = asked.toSorted((one, other) => one.seq - other.seq)
  return first ? { role: 'builder', since: first.at, what: `asked for more: ${first.text}` } : null
}

function toAnswer({ findings }: PhaseFacts, { gate }: GateDecision): string {
  const open = findings.filter((held) => held.gate === gate.gate && held.standing !== 'closed')
  return `to answer ${open.map(({ finding }) => finding).join(', ') || 'the FAIL'} and claim again`
}

function withdrawnAt({ claims }: PhaseFacts, { gate }: GateDecision): string | null {
  return claims.find((held) => held.gate === gate.gate)?.withdrawnAt ?? null
}

function waitingFor(all: number, passed: number, failed: number): string {
  if (passed + failed === all || failed > 0) return `${passed + failed} of ${all} ruled; the verdict is due`
  return `${passed} of ${all} ruled`
}

/** What no Adversary can judge as the record stands: changed since the claim, or added to the phase after it. */
function whatToClaimAgain(facts: PhaseFacts, { gate, claim, failures }: GateDecision): string[] {
  return failures
    .map(({ failure: { failure } }) => failure)
    .filter(
      (failure) =>
        changedSinceFiled(facts, gate, failure).length > 0 ||
        claim?.parts.every((part) => part.failure !== failure) === true,
    )
}

/** When the first ruling stopped to count, or a FAIL took the place of a PASS; null when none did. */
function staleSince(facts: PhaseFacts, { gate, failures, verdict }: GateDecision): string | null {
  const stale = failures.flatMap(({ ruling }) => (ruling.kind === 'stale' ? [ruling.since] : []))
  const failed = facts.rulings
    .filter((held) => held.gate === gate.gate && held.result === 'fail' && held.seq > (verdict?.seq ?? 0))
    .map((held) => held.at)
  return [...stale, ...failed].sort()[0] ?? null
}

function lastVerdictBefore(facts: PhaseFacts, { gate }: GateDecision): string | null {
  const earlier = facts.gates.filter((other) => other.position < gate.position).map((other) => other.gate)
  const moments = facts.verdicts.filter((held) => earlier.includes(held.gate)).map((held) => held.at)
  return moments.sort().at(-1) ?? null
}
