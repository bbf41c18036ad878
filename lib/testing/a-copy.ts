import type { EventDraft, LedgerEvent } from '#lib/ledger/event.ts'
import type { Role } from '#lib/people/roles.ts'
import type { PhaseCopy } from '#lib/phases/files/phase-copy.ts'
import type { Mark, PhaseFacts } from '#lib/phases/phase-facts.ts'
import { aRun } from './a-run.ts'
import { recordOf, START } from './record-of.ts'

const DIGEST = 'd'.repeat(64)
const HASH = 'abcdef012345'.padEnd(64, '0')

/** Event `seq` of redfix; each comes a minute after the one before, the first at 2026-06-18 00:00Z. */
export function anEvent(seq: number, draft: EventDraft, role: Role | 'system' = 'adversary'): LedgerEvent {
  const { person, at } = aMark(seq, role)
  return {
    ...draft,
    ...{ v: 1, command: `c${seq}`, part: 0, input: DIGEST, actor: person, role, recordedAt: at, seq, hash: HASH },
  }
}

export const aMark = (seq: number, role: Role | 'system' = 'adversary'): Mark => ({
  ...{ seq, role, statedAt: null },
  person: role === 'builder' ? 'bob' : role === 'operator' ? 'olga' : 'ada',
  at: new Date(Date.parse(START) + (seq - 1) * 60_000).toISOString(),
})

export const inRedfix = (failure: string | null = null, statedAt: string | null = null) => ({
  ...{ phase: 'redfix', failure, subject: null, statedAt },
})

/** A copy of redfix as it stands after these events; name what is different. */
export function aCopy(different: Partial<PhaseCopy> & { held?: Partial<PhaseFacts> } = {}): PhaseCopy {
  const { held = {}, ...rest } = different
  const facts: PhaseFacts = { ...recordOf(), plan: null, fixes: [], findings: [], dones: [], ...held }
  const waiting = { standing: 'not-claimed', verdict: null, freshUntil: null, failures: [] } as const
  return {
    facts,
    events: [],
    names: { ada: 'Ada', bob: 'Bob', olga: 'Olga' },
    gates: facts.gates.map((gate) => ({ decision: { ...waiting, gate }, turn: { role: 'builder' } })),
    done: { conditions: [] },
    mark: { seq: 40, hash: HASH.slice(0, 12), at: '2026-06-18T02:00:00.000Z' },
    recordAt: 'https://gates.example.org/phases/redfix',
    ...rest,
  }
}

/** A phase in which everybody says the same words wherever words can be said: failed, found, mended, vetoed and stated by a file. */
export function aCopyFullOf(words: string): PhaseCopy {
  const [mumble, whole] = [inRedfix('mumble'), inRedfix()]
  const judged = { gate: 'M1', revision: 1, digest: DIGEST }
  const cites = ['#1']
  const imported = null
  const by = aMark(3, 'builder')
  const moved = { ...aMark(20), words, cites }
  const events = [
    anEvent(2, { ...whole, kind: 'note.written', payload: { note: 'log', text: words, imported } }),
    anEvent(3, { ...mumble, kind: 'note.written', payload: { note: 'log', text: words, imported } }, 'builder'),
    anEvent(4, { ...whole, kind: 'note.written', payload: { note: 'pre-staging', text: words, imported } }, 'operator'),
    anEvent(5, { ...mumble, kind: 'run.attached', payload: aRun() }),
    anEvent(6, { ...whole, kind: 'run.excluded', payload: { run: 1, reason: words } }),
    anEvent(
      7,
      {
        ...mumble,
        kind: 'classification.proposed',
        payload: { behaviour: 'flaky-load', place: 'recipe', cause: words, plainWords: words, cites },
      },
      'builder',
    ),
    anEvent(
      8,
      { ...whole, kind: 'claim.filed', payload: { gate: 'M1', revision: 1, parts: [], digest: DIGEST, answers: [] } },
      'builder',
    ),
    anEvent(9, { ...mumble, kind: 'ruling.recorded', payload: { ...judged, result: 'fail', reason: words, cites } }),
    anEvent(10, { ...mumble, kind: 'more.asked', payload: { ...judged, text: words, obligation: 2 } }),
    anEvent(11, { ...whole, kind: 'verdict.recorded', payload: { ...judged, result: 'fail', reason: words } }),
    anEvent(12, { ...whole, kind: 'veto.raised', payload: { veto: 1, gate: null, reason: words } }),
    anEvent(13, { ...mumble, kind: 'finding.closed', payload: { finding: 'F-redfix-1', reason: words, cites } }),
    anEvent(
      14,
      { ...mumble, kind: 'finding.addressed', payload: { finding: 'F-redfix-1', with: words, cites } },
      'builder',
    ),
    anEvent(15, {
      ...mumble,
      kind: 'obligation.owed',
      payload: { obligation: 1, by: 'builder', text: words, before: 'M1', imported },
    }),
    anEvent(16, { ...whole, kind: 'phase.done', payload: { words, gates: [] } }, 'builder'),
    anEvent(17, { ...mumble, kind: 'run.cancel-asked', payload: { run: 1, reason: words } }),
    anEvent(18, { ...mumble, kind: 'run.dropped', payload: { run: 2, reason: words } }, 'builder'),
  ]
  const fix = {
    repository: words,
    pullRequest: 4,
    head: 'abcdef01',
    heads: [],
    state: 'open',
    route: 'testme',
  } as const
  const plain = recordOf()
  const held: Partial<PhaseFacts> = {
    ...{ title: words, mission: words, planPath: words, doneRule: words },
    plan: { ...by, name: words, sha256: DIGEST },
    gates: plain.gates.map((gate) => ({ ...gate, criteria: words })),
    failures: plain.failures.map((failure) => ({ ...failure, version: words, image: words, sweptAs: words })),
    evidence: [
      {
        ...aMark(5),
        ref: '#1',
        kind: 'run',
        failure: 'mumble',
        run: aRun(),
        leftOut: words,
        leftOutAt: START,
        summary: words,
        how: words,
      },
    ],
    classifications: [
      { ...by, failure: 'mumble', behaviour: 'flaky-load', place: 'recipe', cause: words, plainWords: words, cites },
    ],
    fixes: [
      {
        ...by,
        ...fix,
        fix: 1,
        heads: [],
        failure: 'mumble',
        kind: 'recipe-pr',
        said: by,
        mergedSeq: null,
        mergedAt: null,
        promotion: 'promotes',
        promotionReason: words,
        changes: words,
      },
    ],
    findings: [
      {
        ...aMark(10),
        finding: 'F-redfix-1',
        failure: 'mumble',
        gate: 'M1',
        revision: 1,
        text: words,
        repro: words,
        stage: words,
        head: words,
        standing: 'closed',
        openSince: 10,
        moved,
      },
    ],
    obligations: [
      { ...aMark(15), obligation: 1, failure: null, by: 'builder', text: words, before: 'M1', met: null, undone: null },
    ],
    vetoes: [{ ...aMark(12), veto: 1, gate: null, reason: words }],
    statedVerdicts: [{ ...aMark(2), gate: 'M1', failure: null, result: 'pass', words, text: words }],
    dones: [{ ...aMark(16, 'builder'), words, gates: [], reopened: { seq: 17, at: START, because: words } }],
  }
  return aCopy({ events, held, names: { ada: words, bob: words, olga: words }, done: { conditions: [] } })
}
