import type { ClaimPart } from '#lib/claims/claim-part.ts'
import type { Behaviour, Place } from '#lib/classifications/words.ts'
import type { EvidenceRef } from '#lib/evidence/evidence-ref.ts'
import type { FixKind, FixRoute, FixState, Promotion } from '#lib/fixes/words.ts'
import type { RequirementId } from '#lib/gates/requirements.ts'
import type { Role } from '#lib/people/roles.ts'
import type { AttachedRun } from '#lib/runs/attached-run.ts'
import type { HostSettings } from '#lib/swarm/host-settings.ts'
import type { Probe } from '#lib/swarm/protocol/probe.ts'
import type { ReservationEnd } from '#lib/swarm/reservation.ts'
import type { RunRequest } from '#lib/swarm/run-request.ts'

/** Where an imported item came from: its key makes a second import add nothing. */
export type Imported = { importKey: string; line: number }
type MaybeImported = { imported: Imported | null }

/** What each kind of event says, in its newest version (`versions.ts`). Older ones are lifted when they are read; stored bytes are never rewritten. */
export type Payloads = {
  'ledger.opened': { mode: 'practice' | 'real' }
  /** `invitedBy`: the person whose link they came through; null where Gatehouse made it (the first Operator, the practice people). */
  'person.added': { person: string; name: string; invitedBy: string | null }
  /** A further account of a person who is here already: whoever holds it acts as them. */
  'sign-in.added': { person: string; invitedBy: string }
  'role.given': { person: string; role: Role; everyPhase: boolean }
  'role.withdrawn': { person: string; role: Role; everyPhase: boolean; reason: string }
  'phase.opened': {
    title: string
    mission: string
    planPath: string | null
    doneRule: string | null
    lifetimeMs: number
  } & MaybeImported
  'review.imported': { name: string; sha256: string; lines: number; added: number; known: number; left: number }
  'failure.added': {
    failure: string
    recipe: string
    version: string | null
    image: string | null
    sweptAs: string | null
    position: number
  } & MaybeImported
  'plan.recorded': { name: string; text: string; sha256: string }
  'gate.defined': {
    gate: string
    criteria: string
    requirements: RequirementId[]
    position: number
  } & MaybeImported
  'hypothesis.stated': { text: string } & MaybeImported
  'fact.stated': { text: string; version: string | null; image: string | null } & MaybeImported
  'note.written': { note: 'log' | 'pre-staging'; text: string } & MaybeImported
  /** Reasoning is kept sealed beside the ledger: the event names it by a salted digest, so an export verifies without being read. */
  'reasoning.written': { sealed: string; length: number }
  'reasoning.unfolded': { seq: number }
  'verdict.stated': { gate: string; result: 'pass' | 'fail' | null; words: string; text: string } & MaybeImported
  'obligation.owed': { obligation: number; by: Role; text: string; before: string | null } & MaybeImported
  'obligation.met': { obligation: number; evidence: EvidenceRef | null; how: string }
  'run.attached': AttachedRun
  'run.excluded': { run: number; reason: string }
  /** How a host is reached, as the Operator says; said again, it supersedes. */
  'host.configured': HostSettings
  /** The key by which a host is known from now on, as OpenSSH prints it (`SHA256:…`). Without one nothing connects. */
  'host-key.pinned': { host: string; fingerprint: string }
  'host.retired': { host: string; reason: string }
  /** Runs requested here and runs attached are numbered together. */
  'run.requested': RunRequest & { number: number }
  /** `startedAt`: ISO 8601 UTC by the host's clock. `before`: the host right before; `suspicions`: what was odd and did not block. */
  'run.started': {
    run: number
    hostRunId: string
    boot: string
    startedAt: string
    skewMs: number | null
    before: Probe
    suspicions: string[]
  }
  /** However it ended: green, red, unver, cancelled or lost. It is evidence from here on. */
  'run.ended': AttachedRun
  'run.cancel-asked': { run: number; reason: string }
  /** It left the queue and never started. */
  'run.dropped': { run: number; reason: string }
  /** `until`: ISO 8601 UTC, when it lapses by itself. */
  'reservation.taken': { reservation: number; host: string; reason: string; until: string }
  'reservation.released': { reservation: number; host: string; how: ReservationEnd; reason: string }
  'observation.recorded': {
    number: number
    command: string
    output: string
    sha256: string
    host: string
    observedAt: string
    /** `host`: Gatehouse gave the command itself and read what it printed. */
    by: 'hand' | 'host'
  }
  'code.cited': {
    number: number
    repository: string
    commit: string
    path: string
    fromLine: number
    toLine: number
    lines: string
    sha256: string
    shows: string
  }
  'classification.proposed': {
    behaviour: Behaviour
    place: Place
    cause: string
    plainWords: string
    cites: EvidenceRef[]
  }
  /** A pull request or change that is to mend a failure. `head`: the commit it stands at, 7 to 64 hex digits. */
  'fix.attached': {
    fix: number
    kind: FixKind
    repository: string
    pullRequest: number | null
    head: string
    state: FixState
    route: FixRoute
    promotion: Promotion
    promotionReason: string
    changes: string
  }
  /** Where the fix stands now, as this person says; whoever is not the Builder has checked it by saying so. */
  'fix.updated': { fix: number; head: string; state: FixState; how: string }
  /** `answers`: the findings that this revision answers. */
  'claim.filed': { gate: string; revision: number; parts: ClaimPart[]; digest: string; answers: string[] }
  'claim.withdrawn': { gate: string; revision: number; reason: string }
  'ruling.recorded': {
    gate: string
    revision: number
    digest: string
    result: 'pass' | 'fail'
    reason: string
    cites: EvidenceRef[]
  }
  /** Neither PASS nor FAIL: the turn goes back with an obligation. */
  'more.asked': { gate: string; revision: number; digest: string; text: string; obligation: number }
  'finding.opened': {
    finding: string
    gate: string
    revision: number
    text: string
    repro: string
    stage: string | null
    head: string | null
  }
  'finding.addressed': { finding: string; with: string; cites: EvidenceRef[] }
  'finding.closed': { finding: string; reason: string; cites: EvidenceRef[] }
  'finding.reopened': { finding: string; reason: string }
  'verdict.recorded': { gate: string; revision: number; digest: string; result: 'pass' | 'fail'; reason: string }
  'veto.raised': { veto: number; gate: string | null; reason: string }
  'veto.lifted': { veto: number; reason: string }
  /** A fact of its moment: the PASS each gate had then. */
  'phase.done': { words: string; gates: { gate: string; revision: number; verdict: number }[] }
  /** `about`: what is asked about, by its address within the phase (`M1`, `F-redfix-1`, `#31`, `mumble`). `to`: whose answer is wanted. */
  'thread.opened': { thread: number; about: string; to: Role; text: string }
  'thread.replied': { thread: number; text: string }
  'thread.settled': { thread: number }
  /** What a program signs in with. Its secret is never in the record. `role` null: it only reads. `expiresAt`: ISO 8601 UTC. */
  'token.issued': { token: string; person: string; role: Role | null; name: string; expiresAt: string }
  'token.revoked': { token: string; reason: string }
}

export type EventKind = keyof Payloads
