import type { Scene } from './matrix-scene.ts'
import type { Who } from './whole-cast.ts'

type Row = {
  /** Where, and what somebody would send who may. */
  path: (who: Who, scene: Scene) => string
  body: (who: Who, scene: Scene) => { [field: string]: unknown }
  /** By which reason those who may are refused all the same, by the state of the record. */
  told?: { [who in Who]?: RegExp }
}

/** Routes of the door for programs: a cookie is nothing there. */
export const TOKEN_ROUTES = ['GET app/api/v1/[...path]', 'POST app/api/v1/[...path]', 'POST app/api/v1/blobs'] as const

const REDFIX = '/phases/redfix'
const CANON = '/phases/canon'
const MUMBLE = `${CANON}/failures/mumble`
const M1 = `${REDFIX}/gates/M1`
const by = (path: string) => () => path

const parts = Object.fromEntries(['mumble', 'gitea'].map((failure) => [failure, { what: 'Said anew.', how: 'run it' }]))
const ONLY_THE_ASKER = /Only the person who asked settles it|This was settled .* already/
/** Who may reserve a node, in the order of the cast: so the reservations are numbered. */
const OWNERS: readonly Who[] = ['operator', 'builder', 'adversary']
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString()
const minuteOf = (who: Who) => String(10 + who.length)

/** Every verb of the door, in an order in which each still has something to do. One that is missing here fails the test. */
export const VERB_ROWS: { [verb: string]: Row } = {
  addFailure: { path: by(`${CANON}/failures`), body: (who) => ({ failure: `f-${who}`, recipe: 'keycloak' }) },
  defineGate: {
    path: by(`${CANON}/gates`),
    body: (who) => ({ gate: 'M9', criteria: `Asked by ${who}.`, requirements: ['classified'] }),
  },
  recordPlan: { path: by(`${CANON}/plan`), body: (who) => ({ name: 'plan.md', text: `As ${who} wrote it.` }) },
  writeNote: { path: by(`${REDFIX}/notes`), body: (who) => ({ note: 'log', text: `Seen by ${who}.` }) },
  unfoldReasoning: { path: (_, { reasoning }) => `${REDFIX}/events/${reasoning}/unfold`, body: () => ({}) },
  owe: { path: by(`${CANON}/obligations`), body: (who) => ({ by: 'builder', text: `Said by ${who}.`, before: null }) },
  meetObligation: {
    path: (who) => `${CANON}/obligations/${who === 'adversary' ? 2 : 1}/meet`,
    body: () => ({ how: 'Looked.' }),
  },
  attachRun: {
    path: by(`${MUMBLE}/runs`),
    body: (who) => ({
      ...{ condition: 'alone', deployment: 'cold', recipe: 'mumble', recipeVersion: '1.0.0', host: 'cc-ci' },
      ...{ recipeClean: true, testClean: 'unknown', harnessClean: 'unknown', raisedAlarm: false },
      ...{ startedAt: `2026-06-18T01:${minuteOf(who)}:00Z`, endedAt: `2026-06-18T02:${minuteOf(who)}:00Z` },
      ...{ conclusion: 'red', tiers: { custom: 'fail' } },
    }),
  },
  excludeRun: {
    path: (who, { runs }) => `${CANON}/runs/${who === 'adversary' ? runs.adversary : runs.builder}/exclude`,
    body: () => ({ reason: 'Spoilt.' }),
  },
  requestRun: {
    path: by(`${MUMBLE}/run-requests`),
    // It waits for a claim that never comes: nothing is started.
    body: (who) => ({
      ...{ host: `node-${who}`, commit: '0123456789abcdef0123456789abcdef01234567', profile: 'alone' },
      ...{ afterClaimOn: 'M1', remark: `Asked by ${who}.` },
    }),
  },
  cancelRun: {
    path: (who, { requested }) =>
      `${CANON}/runs/${requested[who === 'operator' || who === 'adversary' ? who : 'builder']}/cancel`,
    body: () => ({ reason: 'Not needed.' }),
  },
  takeReservation: {
    path: by(`${CANON}/reservations`),
    body: (who) => ({ host: `node-${who}`, reason: 'Two runs.', until: inAnHour() }),
  },
  releaseReservation: {
    path: (who) => `${CANON}/reservations/${1 + OWNERS.indexOf(who)}/release`,
    body: () => ({}),
  },
  recordObservation: {
    path: by(`${MUMBLE}/observations`),
    body: (who) => ({ command: 'true', output: who, host: 'cc-ci', observedAt: '2026-06-18 00:05' }),
  },
  citeCode: {
    path: by(`${MUMBLE}/code-references`),
    body: () => ({
      ...{ repository: 'recipes/mumble', commit: '9c1d44a0', path: 'compose.yml' },
      ...{ fromLine: 1, toLine: 1, lines: 'services:' },
    }),
  },
  proposeClassification: {
    path: by(`${MUMBLE}/classifications`),
    body: () => ({ behaviour: 'flaky', place: 'harness', cause: 'A cause.', plainWords: 'In words.', cites: [] }),
  },
  attachFix: {
    path: by(`${MUMBLE}/fixes`),
    body: () => ({
      ...{ kind: 'recipe-pr', repository: 'recipes/mumble', pullRequest: 7, head: 'abcdef01', state: 'open' },
      ...{ route: 'testme', promotion: 'promotes', changes: 'A longer timeout.' },
    }),
  },
  updateFix: {
    path: (_, { fix }) => `${CANON}/fixes/${fix}/update`,
    body: (who) => ({ head: `abcdef0${who.length}`, state: 'open', how: 'Looked.' }),
  },
  openThread: {
    path: by(`${CANON}/threads`),
    body: (who) => ({ about: 'mumble', to: who === 'builder' ? 'adversary' : 'builder', text: `Why? asks ${who}.` }),
  },
  reply: {
    path: (_, { thread }) => `${CANON}/threads/${thread}/replies`,
    body: (who) => ({ text: `Because, says ${who}.` }),
  },
  settleThread: {
    path: (_, { thread }) => `${CANON}/threads/${thread}/settle`,
    body: () => ({}),
    told: { operator: ONLY_THE_ASKER, adversary: ONLY_THE_ASKER },
  },
  askForMore: {
    path: by(`${M1}/failures/gitea/more`),
    body: (_, { digests }) => ({ digest: digests.gitea, text: 'One more red.' }),
  },
  recordRuling: {
    path: by(`${M1}/failures/mumble/rulings`),
    body: (_, { digests }) => ({ digest: digests.mumble, result: 'fail', reason: 'It fails.', repro: 'Run it.' }),
  },
  recordVerdict: {
    path: by(`${M1}/verdicts`),
    body: (_, { digests }) => ({ digest: digests.claim, result: 'fail', reason: 'One fails.' }),
  },
  addressFinding: { path: by(`${REDFIX}/findings/F-redfix-1/address`), body: () => ({ with: 'Mended.' }) },
  closeFinding: {
    path: by(`${REDFIX}/findings/F-redfix-1/close`),
    body: () => ({ reason: 'Seen.', cites: [] }),
    told: { adversary: /F-redfix-1 is closed with evidence/ },
  },
  reopenFinding: {
    path: by(`${REDFIX}/findings/F-redfix-1/reopen`),
    body: () => ({ reason: 'Seen again.' }),
  },
  fileClaim: { path: by(`${M1}/claims`), body: () => ({ parts }) },
  withdrawClaim: { path: by(`${M1}/claims/2/withdraw`), body: () => ({ reason: 'Too early.' }) },
  raiseVeto: { path: by(`${CANON}/vetoes`), body: () => ({ gate: null, reason: 'This must wait.' }) },
  liftVeto: {
    path: by(`${CANON}/vetoes/1/lift`),
    body: () => ({ reason: 'It is over.' }),
    told: { operator: /Only the person who raised a veto lifts it/ },
  },
  declareDone: { path: by(`${CANON}/done`), body: () => ({ words: 'All of it.' }), told: { builder: /DONE/ } },
}
