import type { ClaimPart } from '#lib/claims/claim-part.ts'
import type { Behaviour, Place } from '#lib/classifications/words.ts'
import type { EvidenceKind, EvidenceRef } from '#lib/evidence/evidence-ref.ts'
import type { FindingStanding } from '#lib/findings/words.ts'
import type { FixKind, FixRoute, FixState, Promotion } from '#lib/fixes/words.ts'
import type { RequirementId } from '#lib/gates/requirements.ts'
import type { Role } from '#lib/people/roles.ts'
import type { AttachedRun } from '#lib/runs/attached-run.ts'
import type { RulingResult } from '#lib/verdicts/inputs.ts'

/** Who recorded something, when (ISO 8601 UTC, server) and as which event. */
export type Mark = { seq: number; person: string; role: Role | 'system'; at: string; statedAt: string | null }

/** `definedAt`: ISO 8601 UTC, when it got the criteria it has now. */
export type GateDefinition = {
  gate: string
  criteria: string
  requirements: RequirementId[]
  position: number
  definedAt: string
}
export type FailureFacts = {
  failure: string
  recipe: string
  version: string | null
  image: string | null
  sweptAs: string | null
  position: number
}
export type ClassificationFacts = Mark & {
  failure: string
  behaviour: Behaviour
  place: Place
  cause: string
  plainWords: string
  cites: EvidenceRef[]
}
/** One piece of evidence; `run` only for runs; `leftOut` says why it does not count, `leftOutAt` (ISO 8601 UTC) since when. */
export type EvidenceFacts = Mark & {
  ref: EvidenceRef
  kind: EvidenceKind
  failure: string
  run: AttachedRun | null
  leftOut: string | null
  leftOutAt: string | null
  /** One line on what it is. */
  summary: string
  /** The command by which somebody else sees the same. */
  how: string
}
/** The plan's text as recorded last; `sha256` of it, in hex. */
export type PlanFacts = Mark & { name: string; sha256: string }
/** A fix as it stands. `heads`: every commit it stood at, the present one last. `said`: who said so last; `mergedSeq`: the event that said it was merged. */
export type FixFacts = Mark & {
  fix: number
  failure: string
  kind: FixKind
  repository: string
  pullRequest: number | null
  head: string
  heads: { head: string; seq: number; at: string }[]
  state: FixState
  said: Mark
  mergedSeq: number | null
  /** ISO 8601 UTC. */
  mergedAt: string | null
  route: FixRoute
  promotion: Promotion
  promotionReason: string
  changes: string
}
/** `firstClaimed`, `firstClaimedAt`: seq and time of revision 1; what an Adversary did before it is pre-staging. */
export type ClaimFacts = Mark & {
  gate: string
  revision: number
  parts: ClaimPart[]
  digest: string
  answers: string[]
  withdrawn: string | null
  /** ISO 8601 UTC. */
  withdrawnAt: string | null
  firstClaimed: number
  firstClaimedAt: string
}
export type RulingFacts = Mark & {
  gate: string
  failure: string
  revision: number
  digest: string
  result: RulingResult
  reason: string
  cites: EvidenceRef[]
}
export type VerdictFacts = Mark & {
  gate: string
  revision: number
  digest: string
  result: RulingResult
  reason: string
}
/** open -> addressed (the Builder says with what) -> closed (by an Adversary), or opened again. `moved`: the last of these steps. */
export type FindingFacts = Mark & {
  finding: string
  failure: string
  gate: string
  revision: number
  text: string
  repro: string
  stage: string | null
  head: string | null
  standing: FindingStanding
  /** The event that opened it last. */
  openSince: number
  moved: Mark & { words: string; cites: EvidenceRef[] }
}
export type ObligationFacts = Mark & {
  obligation: number
  failure: string | null
  by: Role
  text: string
  before: string | null
  met: { how: string; evidence: EvidenceRef | null; seq: number } | null
  /** The evidence that met it and was left out since: it is owed again. */
  undone: EvidenceRef | null
}
/** DONE as it was declared; `reopened`: the first veto, FAIL or finding opened again after it. */
export type DoneFacts = Mark & {
  words: string
  gates: { gate: string; revision: number; verdict: number }[]
  reopened: { seq: number; at: string; because: string } | null
}
export type VetoFacts = Mark & { veto: number; gate: string | null; reason: string }
export type StatedVerdictFacts = Mark & {
  gate: string
  failure: string | null
  result: RulingResult | null
  words: string
  text: string
}

/** Everything the rules need to know of a phase, as the record stood at `seq`. Loaded whole, in one read; nothing in it is computed from the time. */
export type PhaseFacts = {
  seq: number
  phase: string
  title: string
  mission: string
  planPath: string | null
  doneRule: string | null
  /** Null: nobody recorded the plan's text. */
  plan: PlanFacts | null
  /** How long a PASS stays fresh, in milliseconds. */
  lifetimeMs: number
  opened: Mark
  gates: GateDefinition[]
  failures: FailureFacts[]
  classifications: ClassificationFacts[]
  evidence: EvidenceFacts[]
  fixes: FixFacts[]
  obligations: ObligationFacts[]
  /** The newest revision of each gate, withdrawn or not. */
  claims: ClaimFacts[]
  rulings: RulingFacts[]
  verdicts: VerdictFacts[]
  /** Closed ones too. */
  findings: FindingFacts[]
  /** Those that stand. */
  vetoes: VetoFacts[]
  /** Every DONE that was declared, in order. */
  dones: DoneFacts[]
  statedVerdicts: StatedVerdictFacts[]
}
