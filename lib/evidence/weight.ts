import type { Behaviour, Place } from '#lib/classifications/words.ts'
import type { EvidenceRef } from './evidence-ref.ts'

/**
 * enough: it carries the claim. weak: the least that is accepted. too-little: below the minimum. contradicted: one run says otherwise, and
 * no count outweighs it (EVIDENCE 0.4).
 */
export type Weight = {
  kind: 'enough' | 'weak' | 'too-little' | 'contradicted'
  because: string
  evidence: EvidenceRef[]
}
export type ClaimedCause = { failure: string; behaviour: Behaviour; place: Place; cites: EvidenceRef[] }
