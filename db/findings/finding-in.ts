import type { FindingFacts, PhaseFacts } from '#lib/phases/phase-facts.ts'
import { because, ok, type Result, refuse } from '#lib/result.ts'

export function findingIn(facts: PhaseFacts, finding: string): Result<FindingFacts> {
  const found = facts.findings.find((held) => held.finding === finding)
  return found
    ? ok(found)
    : refuse(because('no_such_finding', `The phase ${facts.phase} has no finding called ${finding}.`))
}
