import type { Supervision } from '#lib/swarm/supervision.ts'
import type { Tier } from './tiers.ts'
import type { Conclusion, Deployment, RunCondition } from './words.ts'

/** One checkout a run used: the commit (40 hex, or as short as stated) and whether it had local changes; null = nobody said. */
export type Checkout = { commit: string | null; clean: boolean | null }

/** A file kept by digest; `name` is only a label. Sizes in bytes. */
export type KeptFile = { name: string; sha256: string; size: number }

/** A run as evidence: times are ISO 8601 UTC. Without recipe, test and harness commit a run has no key. */
export type AttachedRun = {
  number: number
  condition: RunCondition
  deployment: Deployment
  recipe: string
  recipeVersion: string
  recipeCheckout: Checkout
  testCheckout: Checkout
  harnessCheckout: Checkout
  host: string
  startedAt: string
  endedAt: string
  conclusion: Conclusion
  tiers: Tier[]
  level: number | null
  schema: 1 | 2 | null
  runId: string | null
  /** The pull request it tested, where it was started by `!testme` on one. */
  pullRequest: number | null
  raisedAlarm: boolean
  results: KeptFile | null
  log: KeptFile | null
  remark: string
  /** What Gatehouse itself saw of it; null: somebody attached it. */
  supervised: Supervision | null
}
