import type { Behaviour, Place } from '#lib/classifications/words.ts'
import type { EvidenceRef } from '#lib/evidence/evidence-ref.ts'
import type { FixKind, FixRoute, Promotion } from '#lib/fixes/words.ts'
import type { RequirementId } from '#lib/gates/requirements.ts'
import type { TierStatus } from '#lib/runs/tiers.ts'
import type { RunCondition } from '#lib/runs/words.ts'

/** What a re-run under one condition should show, stage by stage: data, so that a run can be compared with it. */
export type Expected = { condition: RunCondition; tiers: { name: string; status: TierStatus }[] }

/** What the Builder says of one failure: WHAT is claimed, HOW to verify it, what to EXPECT. */
export type Statement = { what: string; how: string; expected: Expected[] }

/** A fix as it is judged. Whether it is open or merged is not: that is asked anew each time. */
export type JudgedFix = {
  fix: number
  kind: FixKind
  repository: string
  pullRequest: number | null
  head: string
  route: FixRoute
  promotion: Promotion
}

/**
 * Everything a ruling on one failure judges, and nothing else (DESIGN 3): a PASS counts for exactly this. What the gate's requirements do
 * not read is not in it: `classification` is null for a gate about fixes, `fixes` empty for one about causes. Evidence is named by the
 * event that recorded it, so it cannot change; whether it counts can.
 */
export type Judged = {
  criteria: string
  requirements: RequirementId[]
  /** `sha256` of the plan's recorded text, null while nobody recorded it: then a change to it goes unseen. */
  plan: { path: string | null; sha256: string | null }
  statement: Statement
  /** The plain words too: stakeholders read them as confirmed. */
  classification: {
    behaviour: Behaviour
    place: Place
    cause: string
    plainWords: string
    cites: EvidenceRef[]
  } | null
  fixes: JudgedFix[]
  evidence: { ref: EvidenceRef; seq: number; leftOut: boolean }[]
}

/** What a claim says of one failure, frozen when it is filed. `digest` is SHA-256 of the canonical form of `judged`, in hex. */
export type ClaimPart = { failure: string; judged: Judged; digest: string }
