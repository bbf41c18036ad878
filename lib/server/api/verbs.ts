import type { Verb } from './verb.ts'
import { EVIDENCE_VERBS } from './verbs/evidence.ts'
import { FINDING_VERBS } from './verbs/findings.ts'
import { FIX_VERBS } from './verbs/fixes.ts'
import { JUDGEMENT_VERBS } from './verbs/judgement.ts'
import { OBLIGATION_VERBS } from './verbs/obligations.ts'
import { PHASE_VERBS } from './verbs/phase.ts'
import { SWARM_VERBS } from './verbs/swarm.ts'
import { THREAD_VERBS } from './verbs/threads.ts'

/** Everything that a program may record: one row a verb, below /api/v1. The door, OpenAPI and the role matrix read this table. */
export const VERBS: readonly Verb[] = [
  ...PHASE_VERBS,
  ...OBLIGATION_VERBS,
  ...EVIDENCE_VERBS,
  ...SWARM_VERBS,
  ...FIX_VERBS,
  ...JUDGEMENT_VERBS,
  ...FINDING_VERBS,
  ...THREAD_VERBS,
]
