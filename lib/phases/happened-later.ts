import { nameFix } from '#lib/fixes/describe-fix.ts'
import { evaluateGate } from '#lib/gates/evaluate-gate.ts'
import { formatNear } from '#lib/time/format.ts'
import type { DoneFacts, PhaseFacts } from './phase-facts.ts'

/** What happened after a DONE that it does not depend on: fixes merged, PASSes that lapsed. One line each, with its time. */
export function listHappenedLater(facts: PhaseFacts, done: DoneFacts, now: Date): string[] {
  const merged = facts.fixes
    .filter((fix) => fix.mergedSeq !== null && fix.mergedSeq > done.seq)
    .map((fix) => `${nameFix(fix)} for ${fix.failure} was merged, said ${formatNear(fix.mergedAt ?? fix.said.at, now)}`)
  const lapsed = facts.gates.flatMap((gate) => {
    const { standing, failures } = evaluateGate(facts, gate, now)
    if (standing !== 'stale') return []
    const moments = failures.flatMap(({ ruling }) => (ruling.kind === 'stale' ? [ruling.since] : [])).sort()
    return [`${gate.gate}’s PASS lapsed${moments[0] ? ` ${formatNear(moments[0], now)}` : ''}`]
  })
  return [...merged, ...lapsed]
}
