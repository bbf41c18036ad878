import type { FeedGlyph } from '#components/look/feed.tsx'
import type { LedgerEvent } from '#lib/ledger/event.ts'
import type { EventKind } from '#lib/ledger/payloads.ts'

/** What each kind of event is called on screen. */
export const EVENT_WORD = {
  'ledger.opened': 'ledger opened',
  'person.added': 'person added',
  'sign-in.added': 'further sign-in',
  'role.given': 'role given',
  'role.withdrawn': 'role withdrawn',
  'phase.opened': 'phase opened',
  'review.imported': 'REVIEW file imported',
  'failure.added': 'failure added',
  'plan.recorded': 'plan recorded',
  'gate.defined': 'gate defined',
  'hypothesis.stated': 'recorded hypothesis',
  'fact.stated': 'fact from the file',
  'note.written': 'note',
  'reasoning.written': 'reasoning',
  'reasoning.unfolded': 'reasoning unfolded',
  'verdict.stated': 'the file says',
  'obligation.owed': 'still owed',
  'obligation.met': 'owed item met',
  'run.attached': 'run',
  'run.excluded': 'run left out',
  'run.requested': 'run requested',
  'run.started': 'run started',
  'run.ended': 'run',
  'run.cancel-asked': 'cancel asked for',
  'run.dropped': 'run never started',
  'host.configured': 'host set up',
  'host-key.pinned': 'host key pinned',
  'host.retired': 'host used no more',
  'reservation.taken': 'node reserved',
  'reservation.released': 'reservation over',
  'observation.recorded': 'observation',
  'code.cited': 'code reference',
  'classification.proposed': 'classification',
  'fix.attached': 'fix',
  'fix.updated': 'fix moved',
  'claim.filed': 'claim',
  'claim.withdrawn': 'claim withdrawn',
  'ruling.recorded': 'ruling',
  'more.asked': 'asked for more',
  'finding.opened': 'finding',
  'finding.addressed': 'finding addressed',
  'finding.closed': 'finding closed',
  'finding.reopened': 'finding opened again',
  'verdict.recorded': 'verdict',
  'veto.raised': 'veto',
  'veto.lifted': 'veto lifted',
  'phase.done': 'DONE',
  'thread.opened': 'question',
  'thread.replied': 'reply',
  'thread.settled': 'question settled',
  'token.issued': 'token issued',
  'token.revoked': 'token revoked',
} satisfies Record<EventKind, string>

/** The kinds by which a timeline is filtered, in words a reader looks for. */
export const KIND_GROUPS = {
  runs: ['run.attached', 'run.ended', 'run.excluded'],
  evidence: ['run.attached', 'run.ended', 'run.excluded', 'observation.recorded', 'code.cited'],
  swarm: [
    'run.requested',
    'run.started',
    'run.ended',
    'run.cancel-asked',
    'run.dropped',
    'reservation.taken',
    'reservation.released',
    'host.configured',
    'host-key.pinned',
    'host.retired',
  ],
  notes: [
    'note.written',
    'reasoning.written',
    'reasoning.unfolded',
    'fact.stated',
    'hypothesis.stated',
    'verdict.stated',
  ],
  classifications: ['classification.proposed', 'hypothesis.stated'],
  claims: ['claim.filed', 'claim.withdrawn'],
  fixes: ['fix.attached', 'fix.updated'],
  judgements: [
    'ruling.recorded',
    'verdict.recorded',
    'more.asked',
    'finding.opened',
    'finding.addressed',
    'finding.closed',
    'finding.reopened',
    'veto.raised',
    'veto.lifted',
    'phase.done',
  ],
  owed: ['obligation.owed', 'obligation.met'],
  threads: ['thread.opened', 'thread.replied', 'thread.settled'],
} satisfies Record<string, EventKind[]>

export type KindGroup = keyof typeof KIND_GROUPS
export const kindGroups = Object.keys(KIND_GROUPS).filter((name): name is KindGroup => name in KIND_GROUPS)

export function glyphOf({ kind, role }: LedgerEvent): FeedGlyph {
  if (ABOUT_RUNS.includes(kind)) return 'run'
  return role === 'system' ? 'operator' : role
}

const ABOUT_RUNS: readonly EventKind[] = [
  ...KIND_GROUPS.runs,
  'run.requested',
  'run.started',
  'run.cancel-asked',
  'run.dropped',
]
