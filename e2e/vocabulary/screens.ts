import { addressOf } from '#lib/phases/addresses.ts'
import type { Prepared } from './prepare-record.ts'
import type { Person } from './sign-in.ts'
import { WORST_FAILURE, WORST_GATES, WORST_PHASE } from './worst-record.ts'

/** A reader of a screen; the Operator has an account, since practice has none to enter as. */
export type Reader = Person | 'operator'
/** `page`: its source under `app`. `shows`: the state it is in. */
export type Screen = { page: string; shows: string; at: (prepared: Prepared) => string; by: readonly Reader[] }

const redfix = addressOf.phase('redfix')
const worst = addressOf.phase(WORST_PHASE)
const worstFailure = addressOf.failure(WORST_PHASE, WORST_FAILURE)
const mumble = addressOf.failure('redfix', 'mumble')
const [, fixGate = ''] = WORST_GATES

const ALL = ['builder', 'adversary', 'stakeholder', 'operator'] as const
const WRITERS = ['builder', 'adversary', 'stakeholder'] as const

function screens(page: string, shown: { [shows: string]: readonly [string | Screen['at'], ...Reader[]] }): Screen[] {
  return Object.entries(shown).map(([shows, [address, ...by]]) => {
    const at = typeof address === 'string' ? () => address : address
    return { page, shows, at, by }
  })
}

/** Every page in the states it can show, and who sees it differently. A page without a row fails a test. */
export const SCREENS: readonly Screen[] = [
  ...screens('page.tsx', { 'the phases': ['/', ...ALL] }),
  ...screens('sign-in/page.tsx', {
    'the way in': ['/sign-in', 'visitor'],
    'the way in, and where it leads': ['/sign-in?next=%2Fledger', 'visitor'],
  }),
  ...screens('join/[token]/page.tsx', {
    'a link for somebody new': [({ join }) => join, 'visitor', 'builder'],
    'a link that leads nowhere': ['/join/nowhere', 'visitor'],
  }),
  ...screens('watch/[key]/page.tsx', {
    'half judged': [({ watch }) => watch, 'visitor'],
    'the worst content': [({ worstWatch }) => worstWatch, 'visitor'],
  }),
  ...screens('people/page.tsx', { people: ['/people', 'builder', 'operator'] }),
  ...screens('import/page.tsx', { 'a file to choose': ['/import', 'builder', 'stakeholder'] }),
  ...screens('import/[draft]/page.tsx', {
    'what the file says': [({ draft }) => draft, 'builder'],
    'a file that is gone': ['/import/00000000-0000-4000-8000-000000000000', 'adversary'],
  }),
  ...screens('ledger/page.tsx', {
    'the newest events': ['/ledger', 'builder'],
    verified: ['/ledger?verify=yes', 'operator'],
    'nothing that fits': ['/ledger?phase=redfix&kind=phase.done', 'adversary'],
  }),
  ...screens('ledger/[seq]/page.tsx', {
    'one event': ['/ledger/30', 'adversary'],
    'the last one': ['/ledger/40', 'operator'],
  }),
  ...screens('phases/open/page.tsx', { 'a form': ['/phases/open', 'builder', 'adversary'] }),
  ...screens('phases/[phase]/page.tsx', {
    'half judged': [redfix, ...ALL],
    'the worst content': [worst, 'adversary'],
  }),
  ...screens('phases/[phase]/timeline/page.tsx', {
    everything: [addressOf.timeline('redfix'), 'builder', 'adversary'],
    'nothing that fits': [`${addressOf.timeline('redfix')}?role=stakeholder`, 'stakeholder'],
    'the worst content': [addressOf.timeline(WORST_PHASE), 'adversary'],
  }),
  ...screens('phases/[phase]/add-failure/page.tsx', { 'a form': [`${redfix}/add-failure`, 'builder', 'adversary'] }),
  ...screens('phases/[phase]/tokens/page.tsx', {
    'some that are good and some that are not': [addressOf.tokens('redfix'), 'builder', 'stakeholder', 'operator'],
    'the worst content': [addressOf.tokens(WORST_PHASE), 'adversary'],
  }),
  ...screens('phases/[phase]/define-gate/page.tsx', {
    'a form': [addressOf.defineGate('redfix'), 'builder', 'operator'],
    'a gate to define anew': [addressOf.defineGate('redfix', 'M1'), 'operator'],
    'the worst content': [addressOf.defineGate(WORST_PHASE, fixGate), 'operator'],
  }),
  ...screens('phases/[phase]/plan/page.tsx', {
    'no text yet': [addressOf.plan('redfix'), 'builder', 'operator'],
    'the worst content': [addressOf.plan(WORST_PHASE), 'adversary', 'operator'],
  }),
  ...screens('phases/[phase]/write-note/page.tsx', {
    'a form': [`${redfix}/write-note?failure=mumble`, ...WRITERS],
    'what is owed, the worst content': [`${worst}/write-note?failure=${WORST_FAILURE}`, 'adversary'],
  }),
  ...screens('phases/[phase]/failures/[failure]/page.tsx', {
    'all kinds of evidence': [mumble, ...ALL],
    'its notes, folded': [`${mumble}?kind=notes`, 'adversary'],
    'classified anew': [addressOf.failure('redfix', 'keycloak'), 'adversary'],
    'two fixes and their runs': [addressOf.failure('redfix', 'discourse'), ...ALL],
    'a finding that is closed': [addressOf.failure('redfix', 'bluesky-pds'), 'builder', 'adversary'],
    'the worst content': [worstFailure, 'adversary'],
  }),
  ...screens('phases/[phase]/failures/[failure]/attach-run/page.tsx', {
    'a form': [addressOf.attachRun('redfix', 'mumble'), ...WRITERS],
    'the worst content': [addressOf.attachRun(WORST_PHASE, WORST_FAILURE), 'builder'],
  }),
  ...screens('phases/[phase]/failures/[failure]/attach-fix/page.tsx', {
    'a form': [addressOf.attachFix('redfix', 'mumble'), ...WRITERS],
    'the worst content': [addressOf.attachFix(WORST_PHASE, WORST_FAILURE), 'builder'],
  }),
  ...screens('phases/[phase]/failures/[failure]/add-evidence/page.tsx', {
    'a form': [addressOf.addEvidence('redfix', 'mumble'), 'builder', 'stakeholder'],
  }),
  ...screens('phases/[phase]/failures/[failure]/classify/page.tsx', {
    'a form': [addressOf.classify('redfix', 'mumble'), 'builder', 'adversary'],
    'the worst content': [addressOf.classify(WORST_PHASE, WORST_FAILURE), 'builder'],
  }),
  ...screens('phases/[phase]/gates/[gate]/page.tsx', {
    'one to judge': [addressOf.gate('redfix', 'M1', 'gitea'), ...ALL],
    'a PASS': [addressOf.gate('redfix', 'M1', 'discourse'), 'adversary'],
    'a FAIL with its finding': [addressOf.gate('redfix', 'M1', 'mumble'), 'adversary', 'builder'],
    'a stale PASS': [addressOf.gate('redfix', 'M1', 'keycloak'), 'adversary', 'builder'],
    'not open': [addressOf.gate('redfix', 'M2'), 'builder'],
    'vetoed, the worst content': [addressOf.gate(WORST_PHASE, 'M1', WORST_FAILURE), 'adversary'],
    'a gate with an odd name': [addressOf.gate(WORST_PHASE, fixGate), 'adversary'],
  }),
  ...screens('phases/[phase]/gates/[gate]/claim/page.tsx', {
    'a claim to file again': [addressOf.claim('redfix', 'M1'), 'builder', 'adversary'],
    'a gate that is not open': [addressOf.claim('redfix', 'M2'), 'builder'],
    'the worst content': [addressOf.claim(WORST_PHASE, 'M1'), 'builder'],
  }),
  ...screens('phases/[phase]/threads/page.tsx', {
    'open and settled questions': [addressOf.threads('redfix'), ...ALL],
    'the worst content': [addressOf.threads(WORST_PHASE), 'adversary'],
  }),
  ...screens('phases/[phase]/threads/[thread]/page.tsx', {
    'a question to answer': [addressOf.thread('redfix', 1), ...ALL],
    'an answered one': [addressOf.thread('redfix', 2), 'builder', 'adversary'],
    'a settled one': [addressOf.thread('redfix', 3), 'builder', 'adversary'],
    'the worst content': [addressOf.thread(WORST_PHASE, 4), 'adversary'],
  }),
  ...screens('phases/[phase]/threads/ask/page.tsx', {
    'a form': [addressOf.ask('redfix'), ...WRITERS],
    'about a failure': [addressOf.ask('redfix', 'mumble'), 'builder'],
    'the worst content': [addressOf.ask(WORST_PHASE, WORST_FAILURE), 'adversary'],
  }),
  ...screens('phases/[phase]/failures/[failure]/run/page.tsx', {
    'a form, the host does not answer': [
      addressOf.askRun('redfix', 'mumble', 'M1'),
      'builder',
      'adversary',
      'stakeholder',
    ],
    'the worst content': [addressOf.askRun(WORST_PHASE, WORST_FAILURE), 'adversary'],
  }),
  ...screens('phases/[phase]/failures/[failure]/attach-from-host/page.tsx', {
    'the host does not answer': [addressOf.attachFromHost('redfix', 'mumble'), 'builder', 'stakeholder'],
  }),
  ...screens('swarm/page.tsx', { 'a busy host, a new one and an old one': [addressOf.swarm(), ...ALL] }),
  ...screens('swarm/configure/page.tsx', {
    'a new host': [addressOf.configureHost(), 'operator', 'builder'],
    'one whose key cannot be shown': [addressOf.configureHost('cc-ci'), 'operator'],
  }),
  ...screens('runs/[number]/page.tsx', {
    'requested, under way': [({ swarm }) => addressOf.run(swarm.running), ...ALL],
    'requested, in the queue': [({ swarm }) => addressOf.run(swarm.queued), 'builder', 'adversary'],
    'requested, waits for a claim': [({ swarm }) => addressOf.run(swarm.waitsForClaim), 'adversary'],
    'requested, never started': [({ swarm }) => addressOf.run(swarm.dropped), 'builder'],
    'requested, ended, contaminated': [({ swarm }) => addressOf.run(swarm.leftOut), 'adversary'],
    'requested, the worst content': [({ swarm }) => addressOf.run(swarm.worst), 'adversary'],
    'a red run with its log': [({ runWithLog }) => addressOf.run(runWithLog), 'builder', 'stakeholder'],
    'left out': [addressOf.run(2), 'adversary'],
    'the worst content': [addressOf.run(40), 'adversary'],
  }),
]

/** The same of a record in which nothing is yet. */
export const EMPTY_SCREENS = [
  '/',
  '/people',
  '/ledger',
  '/import',
  '/phases/open',
  '/phases/nowhere',
  '/nowhere',
] as const
