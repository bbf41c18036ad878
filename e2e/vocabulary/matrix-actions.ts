import type { Permission } from '#lib/people/permissions.ts'
import type { Fields } from './call-action.ts'
import type { Scene } from './matrix-scene.ts'
import { CAST, type Who } from './whole-cast.ts'

type Row = {
  /** The row of the permission table; null: nobody needs to be signed in. */
  permission: Permission | null
  /** What somebody would send who may. */
  fields: (who: Who, scene: Scene) => Fields
  /** Where who may is told something else than no permission, by the state of the record. */
  told?: { [who in Who | 'everybody']?: RegExp }
}

const redfix = { phase: 'redfix' }
const canon = { phase: 'canon' }
const mumble = { ...canon, failure: 'mumble' }
/** Opened by the FAIL that `submitRuling` gives. */
const found = { ...redfix, finding: 'F-redfix-1' }
const PEOPLE = 'app/people/actions.ts'
const PHASE = 'app/phases/[phase]/actions.ts'
const GATES = 'app/phases/[phase]/gates/actions.ts'
const FAILURES = 'app/phases/[phase]/failures/actions.ts'
const FIXES = 'app/phases/[phase]/fixes/actions.ts'
const FINDINGS = 'app/phases/[phase]/findings/actions.ts'
const THREADS = 'app/phases/[phase]/threads/actions.ts'
const TOKENS = 'app/phases/[phase]/tokens/actions.ts'
const SWARM = 'app/swarm/actions.ts'
const RUNS = 'app/runs/actions.ts'
/** Who may reserve a node, in the order of the cast: so the reservations are numbered. */
const OWNERS: readonly Who[] = ['operator', 'builder', 'adversary']

/** Every server action, in an order in which each still has something to do. One that is missing here fails the test. */
export const ACTIONS: { [action: string]: Row } = {
  [`${PHASE}#submitPhase`]: {
    permission: 'phase.open',
    fields: (who) => ({ phase: `opened-by-${who}`, title: 'A phase', mission: 'A mission.', lifetimeHours: '24' }),
  },
  [`${FAILURES}#submitFailure`]: {
    permission: 'failure.add',
    fields: (who) => ({ ...canon, failure: `f-${who}`, recipe: 'keycloak' }),
  },
  [`${PHASE}#submitGate`]: {
    permission: 'gate.define',
    fields: (who) => ({ ...canon, gate: 'M9', criteria: `Asked by ${who}.`, 'requirements[]': ['classified'] }),
  },
  [`${PHASE}#submitNote`]: {
    permission: 'note.write',
    fields: (who) => ({ ...redfix, failure: '', note: 'log', text: `Seen by ${who}.` }),
  },
  [`${PHASE}#submitUnfolding`]: {
    permission: 'reasoning.unfold',
    fields: (_, { reasoning }) => ({ ...redfix, seq: String(reasoning) }),
  },
  [`${PHASE}#submitObligation`]: {
    permission: 'obligation.owe',
    fields: (who) => ({ ...canon, failure: '', by: 'builder', text: `Said by ${who}.`, before: '' }),
  },
  [`${PHASE}#submitMetObligation`]: {
    permission: 'obligation.meet',
    fields: (who) => ({ ...canon, obligation: who === 'adversary' ? '2' : '1', evidence: '', how: 'Looked.' }),
  },
  [`${PHASE}#submitVeto`]: {
    permission: 'veto.raise',
    fields: () => ({ ...canon, gate: '', reason: 'This must wait.' }),
  },
  [`${PHASE}#submitLiftedVeto`]: {
    permission: 'veto.lift',
    fields: () => ({ ...canon, veto: '1', reason: 'It is over.' }),
    told: { operator: /Only the person who raised a veto lifts it\./ },
  },
  [`${FAILURES}#submitClassification`]: {
    permission: 'classification.propose',
    fields: () => ({ ...mumble, behaviour: 'flaky', place: 'harness', cause: 'A cause.', plainWords: 'In words.' }),
  },
  [`${FAILURES}#submitObservation`]: {
    permission: 'evidence.attach',
    fields: () => ({ ...mumble, command: 'true', output: 'yes', host: 'cc-ci', observedAt: '2026-06-18 00:05' }),
  },
  [`${FAILURES}#submitCodeReference`]: {
    permission: 'evidence.attach',
    fields: () => ({
      ...{ ...mumble, repository: 'recipes/mumble', commit: '9c1d44a0', path: 'compose.yml' },
      ...{ fromLine: '1', toLine: '1', lines: 'services:' },
    }),
  },
  [`${FAILURES}#submitExclusion`]: {
    permission: 'run.exclude',
    fields: (who, { runs }) => ({
      ...canon,
      run: who === 'adversary' ? runs.adversary : runs.builder,
      reason: 'Spoilt.',
    }),
  },
  [`${FIXES}#submitFix`]: {
    permission: 'fix.attach',
    fields: () => ({
      ...{ ...mumble, kind: 'recipe-pr', repository: 'recipes/mumble', pullRequest: '7', head: 'a1b2c3d4' },
      ...{ state: 'open', route: 'testme', promotion: 'promotes', changes: 'It waits longer.' },
    }),
  },
  [`${FIXES}#submitFixStanding`]: {
    permission: 'fix.update',
    fields: (who, { fix }) => ({ ...canon, fix, head: `${CAST.indexOf(who)}f8e7d6c`, state: 'open', how: 'Looked.' }),
  },
  [`${GATES}#submitAskForMore`]: {
    permission: 'more.ask',
    fields: (_, { digests }) => ({
      ...{ ...redfix, gate: 'M1', failure: 'mumble', digest: digests.mumble },
      text: 'Two more reds under load.',
    }),
  },
  [`${GATES}#submitRuling`]: {
    permission: 'ruling.record',
    fields: (_, { digests }) => ({
      ...{ ...redfix, gate: 'M1', failure: 'mumble', digest: digests.mumble },
      ...{ result: 'fail', reason: 'It fails.', repro: 'Run it.' },
    }),
  },
  [`${FINDINGS}#submitAddressedFinding`]: {
    permission: 'finding.address',
    fields: () => ({ ...found, with: 'It waits longer now.' }),
  },
  [`${FINDINGS}#submitReopenedFinding`]: {
    permission: 'finding.reopen',
    fields: () => ({ ...found, reason: 'It does not.' }),
  },
  [`${FINDINGS}#submitClosedFinding`]: {
    permission: 'finding.close',
    fields: () => ({ ...found, reason: 'It does.' }),
    told: { adversary: /F-redfix-1 is closed with evidence/ },
  },
  [`${GATES}#submitVerdict`]: {
    permission: 'verdict.record',
    fields: (_, { digests }) => ({
      ...redfix,
      gate: 'M1',
      digest: digests.claim,
      result: 'fail',
      reason: 'One fails.',
    }),
  },
  [`${GATES}#submitClaim`]: {
    permission: 'claim.file',
    fields: () => ({
      ...{ ...redfix, gate: 'M1', 'parts.mumble.what': 'Said anew.', 'parts.mumble.how': 'run it' },
      ...{ 'parts.gitea.what': 'Said anew.', 'parts.gitea.how': 'run it' },
    }),
  },
  [`${GATES}#submitWithdrawal`]: {
    permission: 'claim.withdraw',
    fields: () => ({ ...redfix, gate: 'M1', revision: '2', reason: 'Too early.' }),
  },
  [`${THREADS}#submitQuestion`]: {
    permission: 'thread.open',
    fields: (who) => ({
      ...{ ...canon, about: 'mumble', to: who === 'builder' ? 'adversary' : 'builder' },
      text: `Asked by ${who}.`,
    }),
  },
  [`${THREADS}#submitReply`]: {
    permission: 'thread.reply',
    fields: (who, { thread }) => ({ ...canon, thread, text: `Said by ${who}.` }),
  },
  [`${THREADS}#submitSettling`]: {
    permission: 'thread.reply',
    fields: (_, { thread }) => ({ ...canon, thread }),
    told: {
      adversary: /Only the person who asked settles it|This was settled .* already/,
      operator: /Only the person who asked settles it|This was settled .* already/,
    },
  },
  [`${TOKENS}#submitToken`]: {
    permission: 'token.issue',
    fields: () => ({ ...canon, name: 'a program', role: 'read', days: '30' }),
    told: { everybody: /"secret":"gh_[0-9a-f]{12}_[\w-]{43}"/ },
  },
  [`${TOKENS}#submitRevocation`]: {
    permission: 'token.revoke',
    fields: (who, { tokens }) => ({ ...canon, token: tokens.get(who) ?? tokens.get('builder') ?? '', reason: 'Done.' }),
  },
  [`${SWARM}#submitHost`]: {
    permission: 'host.configure',
    fields: () => ({
      ...{ host: 'made-here', address: '192.0.2.9', builderKey: 'agent', adversaryKey: 'agent' },
      deadlineMinutes: '60',
    }),
  },
  [`${SWARM}#submitHostKey`]: {
    permission: 'host.configure',
    fields: () => ({ host: 'made-here', fingerprint: `SHA256:${'B'.repeat(43)}` }),
  },
  [`${SWARM}#submitRetirement`]: {
    permission: 'host.configure',
    fields: () => ({ host: 'made-here', reason: 'Replaced.' }),
  },
  [`${SWARM}#submitProbe`]: {
    permission: 'host.probe',
    fields: () => ({ phase: '', host: 'nowhere' }),
    told: { everybody: /There is no host/ },
  },
  [`${SWARM}#submitReservation`]: {
    permission: 'reservation.take',
    fields: (who) => ({ ...canon, host: `node-${who}`, reason: 'Two runs.', lasts: '60', until: '' }),
  },
  [`${SWARM}#submitRelease`]: {
    permission: 'reservation.release',
    fields: (who) => ({ ...canon, reservation: String(1 + Math.max(0, OWNERS.indexOf(who))) }),
  },
  [`${RUNS}#submitRun`]: {
    permission: 'run.request',
    fields: (who) => ({
      ...mumble,
      host: `node-${who}`,
      commit: 'a1b2'.repeat(10),
      profile: 'alone',
      afterClaimOn: 'M1',
    }),
  },
  [`${RUNS}#submitOwedRuns`]: {
    permission: 'run.request',
    fields: () => ({ ...canon, gate: 'M1', host: 'node-adversary', waits: 'yes' }),
    // Where main stands is asked of the host, which nobody reaches.
    told: {
      builder: /Own checks are owed by the Adversary alone/,
      adversary: /(mumble|gitea): The key .* cannot be read/,
    },
  },
  [`${RUNS}#submitCancel`]: {
    permission: 'run.cancel',
    fields: (who, { requested }) => ({
      ...canon,
      run: String(requested[who === 'operator' || who === 'adversary' ? who : 'builder']),
      reason: 'Not needed.',
    }),
  },
  [`${FAILURES}#submitHostRun`]: {
    permission: 'evidence.attach',
    fields: () => ({ ...mumble, host: 'node-builder', name: '753' }),
    told: { everybody: /The key .* cannot be read/ },
  },
  [`${FAILURES}#submitDiagnosis`]: {
    permission: 'evidence.attach',
    fields: () => ({ ...mumble, host: 'node-builder', diagnosis: 'services' }),
    told: { everybody: /offers no diagnosis services/ },
  },
  [`${PHASE}#submitDone`]: {
    permission: 'phase.declare-done',
    fields: () => ({ ...canon, words: 'All of it.' }),
    told: { builder: /DONE waits for: A fresh PASS on every gate/ },
  },
  'app/import/actions.ts#submitImport': {
    permission: 'review.import',
    fields: (who, { drafts }) => ({ draft: drafts.get(who)?.draft ?? '', 'taken[]': drafts.get(who)?.taken ?? [] }),
  },
  [`${PEOPLE}#submitRole`]: {
    permission: 'person.invite',
    fields: () => ({ person: 'olga', role: 'stakeholder', phase: 'canon' }),
  },
  [`${PEOPLE}#submitWithdrawal`]: {
    permission: 'role.withdraw',
    fields: () => ({
      holding: JSON.stringify({ person: 'olga', role: 'stakeholder', phase: 'canon' }),
      reason: 'No longer needed.',
    }),
  },
  [`${PEOPLE}#submitInvitation`]: {
    permission: 'person.invite',
    fields: () => ({ role: 'stakeholder', phase: '*' }),
    told: { operator: /"address":"[^"]*\/join\/[\w-]{43}"/ },
  },
  [`${PEOPLE}#submitFurtherSignIn`]: {
    permission: 'person.invite',
    fields: () => ({ person: 'olga' }),
    told: { operator: /"address":"[^"]*\/join\/[\w-]{43}"/ },
  },
  'app/join/[token]/actions.ts#submitJoin': {
    permission: null,
    fields: () => ({ token: 'made-up', name: 'Eve', email: 'eve@example.org', password: 'a long enough password' }),
    told: { everybody: /There is no such link/ },
  },
  'app/join/[token]/actions.ts#submitTakeRole': {
    permission: null,
    fields: () => ({ token: 'made-up' }),
    told: { everybody: /There is no such link/, visitor: /You are no longer signed in/ },
  },
  'app/sign-in/actions.ts#submitSignIn': {
    permission: null,
    fields: () => ({ email: 'oda@example.org', password: 'not the password', next: '/' }),
    told: { everybody: /No account here has this email and this password/ },
  },
  'app/sign-in/actions.ts#submitEnterPractice': {
    permission: null,
    fields: () => ({ role: 'stakeholder', next: '/' }),
  },
  'app/sign-in/actions.ts#submitSignOut': { permission: null, fields: () => ({}) },
}
