import type { Actor } from '#lib/people/roles.ts'
import { EVERY_VERB } from '../every-verb.ts'
import { ADVERSARY, BUILDER, NOBODY, OPERATOR, SECOND_ADVERSARY, STAKEHOLDER } from '../people.ts'
import { type Act, acts, headOf } from './acts.ts'
import type { Finding, Fix, Model, Obligation } from './model.ts'
import { shortCuts } from './short-cut.ts'

export type Move = { name: string; who: Actor; act: Act }

export const PEOPLE = [BUILDER, ADVERSARY, SECOND_ADVERSARY, OPERATOR, STAKEHOLDER, NOBODY]
const WORDS = ['one', 'two', 'three']
const ADDED = 'keycloak'

/** One of them, by a number that a story gave; each use of a number takes its own part of it. */
function chooser(number: number) {
  let left = number
  return <Value>(...values: Value[]): Value => {
    const nth = left % values.length
    left = Math.floor(left / values.length)
    const [first] = values
    const chosen = values[nth] ?? first
    if (chosen === undefined) throw new Error('There is nothing to choose from.')
    return chosen
  }
}
type Choose = ReturnType<typeof chooser>
type MoveOf = (model: Model, choose: Choose) => Act

const failureOf = (model: Model, choose: Choose): string => choose(...model.failures, ...model.failures, 'nothing')
const gateOf = (model: Model, choose: Choose): string => choose(...model.gates.map(({ gate }) => gate), 'M1', 'M2')
const NO_DIGEST = 'f'.repeat(64)

/** What is claimed now, mostly; else what was judged before it was claimed again. */
function digestOf(model: Model, gate: string, failure: string, choose: Choose): string {
  const claimed = model.claims[gate]?.parts.find((part) => part.failure === failure)?.digest ?? NO_DIGEST
  return choose(claimed, claimed, claimed, model.rulings[gate]?.[failure]?.digest ?? NO_DIGEST)
}
const evidenceOf = (model: Model, failure: string | null): string[] =>
  model.evidence.filter((held) => failure === null || held.failure === failure).map(({ ref }) => ref)
const lastOf = (model: Model, failure: string | null): string[] => evidenceOf(model, failure).slice(-1)

/** Every verb, by its name in `EVERY_VERB`, with input that may or may not fit. Those not named here act as they do there. */
const MOVES: { [verb: string]: MoveOf } = {
  addFailure: () => acts.addFailure(ADDED),
  defineGate: (model, choose) => acts.defineGate(model, gateOf(model, choose), choose(...WORDS)),
  recordPlan: (_, choose) => acts.plan(choose(...WORDS)),
  declareDone: () => acts.done(),
  owe: (model, choose) =>
    acts.owe(
      choose(null, ...model.failures),
      choose('builder', 'adversary'),
      choose(null, 'M1', 'M2', 'M3'),
      choose(...WORDS),
    ),
  meetObligation: (model, choose) => {
    const { obligation, failure } = choose<Pick<Obligation, 'obligation' | 'failure'>>(...model.obligations, {
      obligation: 99,
      failure: null,
    })
    return acts.meet(obligation, choose(null, ...lastOf(model, failure), ...evidenceOf(model, failure)))
  },
  attachRun: (model, choose) => {
    const failure = failureOf(model, choose)
    const [fix] = model.fixes.filter((held) => held.failure === failure).reverse()
    const own = acts.run(failure, choose('red', 'red', 'red', 'green'))
    if (!fix) return own
    const head = choose(fix.head, headOf(fix.pullRequest ?? 0, 1))
    return choose(own, acts.fixRun(failure, fix.pullRequest ?? 0, head, choose('green', 'green', 'green', 'red')))
  },
  recordObservation: (model, choose) => acts.observe(failureOf(model, choose), `seen ${model.head}`),
  citeCode: (model, choose) => acts.cite(failureOf(model, choose), `read ${model.head}`),
  excludeRun: (model, choose) =>
    acts.exclude(
      choose(99, ...model.evidence.flatMap(({ ref }) => (ref.startsWith('#') ? [Number(ref.slice(1))] : []))),
    ),
  proposeClassification: (model, choose) => {
    const failure = failureOf(model, choose)
    const all = evidenceOf(model, failure)
    return acts.classify(failure, choose(all, all, all.slice(0, 1), []), choose(...WORDS))
  },
  attachFix: (model, choose) => {
    const failure = failureOf(model, choose)
    return acts.attachFix(
      failure,
      4 + model.failures.indexOf(failure) * 2 + choose(0, 1),
      choose('open', 'open', 'open', 'merged'),
    )
  },
  updateFix: (model, choose) => {
    const { fix, pullRequest, head } = choose<Pick<Fix, 'fix' | 'pullRequest' | 'head'>>(...model.fixes, {
      fix: 99,
      pullRequest: 4,
      head: headOf(4, 0),
    })
    const next = choose(
      head,
      head,
      headOf(pullRequest ?? 0, 0),
      headOf(pullRequest ?? 0, 1),
      headOf(pullRequest ?? 0, 2),
    )
    return acts.updateFix(fix, next, choose('open', 'open', 'merged', 'closed'))
  },
  fileClaim: (model, choose) => {
    const gate = gateOf(model, choose)
    const open = model.findings.filter((held) => held.standing !== 'closed').map(({ id }) => id)
    return acts.claim(model, gate, { [failureOf(model, choose)]: choose(...WORDS) }, choose([], open, ['F-redfix-1']))
  },
  withdrawClaim: (model, choose) => {
    const gate = gateOf(model, choose)
    const revision = model.claims[gate]?.revision ?? 1
    return acts.withdraw(gate, choose(revision, revision, revision + 1))
  },
  recordRuling: (model, choose) => {
    const gate = gateOf(model, choose)
    const failure = failureOf(model, choose)
    const held = model.rulings[gate]?.[failure]?.seq ?? null
    const result = choose('pass', 'pass', 'fail')
    return acts.rule(gate, failure, digestOf(model, gate, failure, choose), result, choose(null, held))
  },
  recordVerdict: (model, choose) => {
    const gate = gateOf(model, choose)
    const digest = model.claims[gate]?.digest ?? NO_DIGEST
    const result = choose('pass', 'fail')
    return acts.verdict(gate, choose(digest, digest, digest, model.verdicts[gate]?.digest ?? NO_DIGEST), result)
  },
  askForMore: (model, choose) => {
    const gate = gateOf(model, choose)
    const failure = failureOf(model, choose)
    return acts.askForMore(gate, failure, digestOf(model, gate, failure, choose), choose(...WORDS))
  },
  addressFinding: (model, choose) => acts.address(findingOf(model, choose).id, choose(...WORDS)),
  closeFinding: (model, choose) => {
    const { id, failure } = findingOf(model, choose)
    return acts.close(id, choose(lastOf(model, failure), evidenceOf(model, failure), []))
  },
  reopenFinding: (model, choose) => acts.reopen(findingOf(model, choose).id),
  raiseVeto: (_, choose) => acts.veto(choose(null, 'M1', 'M2', 'M3')),
  liftVeto: (model, choose) => acts.lift(choose(...model.vetoes.map(({ veto }) => veto), 1)),
  giveRole: (_, choose) =>
    choose(
      acts.giveRole('alan', 'adversary', true),
      acts.giveRole('nora', choose('stakeholder', 'builder', 'adversary', 'operator'), choose(true, false)),
      acts.giveRole('bob', 'adversary', false),
    ),
  withdrawRole: (_, choose) =>
    choose(
      acts.withdrawRole('alan', 'adversary', true),
      acts.withdrawRole('nora', choose('stakeholder', 'builder', 'adversary', 'operator'), choose(true, false)),
      acts.withdrawRole('olga', 'operator', true),
    ),
}
const findingOf = (model: Model, choose: Choose) =>
  choose<Pick<Finding, 'id' | 'failure'>>(...model.findings, { id: 'F-redfix-9', failure: 'mumble' })

/** What turns everything over is tried less often than what goes on. */
const SELDOM = ['addFailure', 'defineGate', 'recordPlan', 'giveRole', 'withdrawRole', 'openPhase', 'importReview']
const OFTEN = ['recordRuling', 'recordVerdict', 'fileClaim', 'updateFix', 'raiseVeto', 'closeFinding', 'excludeRun']
const VERBS = Object.keys(EVERY_VERB).flatMap((verb) =>
  SELDOM.includes(verb) ? [verb] : OFTEN.includes(verb) ? [verb, verb, verb, verb] : [verb, verb],
)

/** What some verbs are about; without it they are tried seldom. */
const ABOUT: { [verb: string]: (model: Model) => boolean } = {
  addressFinding: ({ findings }) => findings.length > 0,
  closeFinding: ({ findings }) => findings.length > 0,
  reopenFinding: ({ findings }) => findings.length > 0,
  meetObligation: ({ obligations }) => obligations.length > 0,
  liftVeto: ({ vetoes }) => vetoes.length > 0,
  updateFix: ({ fixes }) => fixes.length > 0,
  withdrawClaim: ({ claims }) => Object.keys(claims).length > 0,
  recordRuling: ({ claims }) => Object.keys(claims).length > 0,
  recordVerdict: ({ claims }) => Object.keys(claims).length > 0,
  askForMore: ({ claims }) => Object.keys(claims).length > 0,
}

/** Anybody tries anything; most of the time somebody who may. */
export function anyMove(model: Model, number: number): Move {
  const choose = chooser(number)
  if (choose(true, false, false)) return choose(...shortCuts(model))
  const fitting = VERBS.filter((verb) => ABOUT[verb]?.(model) ?? true)
  const name = choose(...choose(fitting, fitting, fitting, VERBS))
  const verb = EVERY_VERB[name]
  const usual = usualFor(verb?.permission ?? '')
  const who = choose(usual, usual, choose(...PEOPLE))
  const move = MOVES[name]
  if (move) return { name, who, act: move(model, choose) }
  return { name, who, act: (db, as) => must(verb).act(db, as, choose(...WORDS)) }
}

function must<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('There is no such verb.')
  return value
}

const OF_ADVERSARY = [
  'ruling.record',
  'verdict.record',
  'more.ask',
  'finding.close',
  'finding.reopen',
  'veto.raise',
  'veto.lift',
  'run.exclude',
]
const OF_OPERATOR = ['gate.define', 'plan.record', 'person.invite', 'role.withdraw']
const usualFor = (permission: string): Actor =>
  OF_ADVERSARY.includes(permission) ? ADVERSARY : OF_OPERATOR.includes(permission) ? OPERATOR : BUILDER
