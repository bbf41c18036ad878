import type { EvidenceRef } from '#lib/evidence/evidence-ref.ts'

/**
 * What the record says of one requirement. `missing`: nobody looked yet, which is not the same as failed.
 * `errored`: somebody looked, and nothing was shown (no run ended with a result).
 * `weak`: met by the least that is accepted; it satisfies and says so.
 */
export type Answer = { because: string; evidence: EvidenceRef[] } & (
  | { kind: 'passed' | 'weak' | 'failed' | 'errored' | 'incomplete' | 'missing' }
  | { kind: 'stale'; since: string }
)

const SATISFIES = {
  passed: true,
  weak: true,
  failed: false,
  errored: false,
  incomplete: false,
  stale: false,
  missing: false,
} satisfies Record<Answer['kind'], boolean>

export const satisfies = (answer: Answer): boolean => SATISFIES[answer.kind]
