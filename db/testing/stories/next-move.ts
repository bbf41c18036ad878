import type { Actor } from '#lib/people/roles.ts'
import { ADVERSARY, BUILDER, OPERATOR, SECOND_ADVERSARY } from '../people.ts'
import { type Act, acts, headOf } from './acts.ts'
import { type Move, PEOPLE } from './any-move.ts'
import {
  counts,
  type Finding,
  isClosed,
  isMet,
  isUnchanged,
  type Model,
  ownChecks,
  roleOf,
  standingClaim,
  standingOf,
} from './model.ts'

const FIRST_PULL_REQUEST = 4

/** What would be sensible next, so that stories come to DONE; one of these, by the number that a story gave. */
export function nextMove(model: Model, now: number, number: number): Move {
  const moves = sensible(model, now)
  const move = moves[number % moves.length]
  if (!move) throw new Error('There is always something to do.')
  return move
}

const move = (name: string, who: Actor, act: Act): Move => ({ name, who, act })
const personOf = (person: string): Actor => PEOPLE.find((one) => one.person === person) ?? OPERATOR
const judgeOf = (model: Model): Actor =>
  roleOf(model, ADVERSARY.person) === 'adversary' ? ADVERSARY : SECOND_ADVERSARY

function sensible(model: Model, now: number): Move[] {
  const [veto] = model.vetoes
  if (veto) return [move('lift', personOf(veto.person), acts.lift(veto.veto))]
  const odd = oddRuns(model)
  if (odd.length > 0) return odd
  for (const fix of model.fixes)
    if (fix.mergedEarly) return [move('revert', OPERATOR, acts.updateFix(fix.fix, fix.head, 'open'))]
  const gate = model.gates.find((held) => standingOf(model, held.gate, now) !== 'passed')?.gate
  if (gate !== undefined) return forGate(model, gate, now)
  const owed = model.obligations.flatMap((one) => (isMet(model, one) || one.before === null ? [] : [meet(model, one)]))
  if (owed.length > 0) return owed
  const found = model.findings.flatMap((held) => (isClosed(model, held) ? [] : [closeIt(model, held)]))
  if (found.length > 0) return found
  return model.done === 'standing' ? afterDone(model) : [move('done', BUILDER, acts.done())]
}

/** A green of what is said to be always red, or a red of a fix: left out, as spoiled. */
const oddRuns = (model: Model): Move[] =>
  model.evidence.flatMap(({ ref, failure, commit, green, leftOut }) => {
    const tested = model.fixes.some((fix) => fix.failure === failure && fix.head === commit)
    return !leftOut && green !== null && green !== tested && (green || tested)
      ? [move('leave out', judgeOf(model), acts.exclude(Number(ref.slice(1))))]
      : []
  })

const afterDone = (model: Model): Move[] => [
  ...model.fixes.flatMap(({ fix, head, state }) =>
    state === 'open' ? [move('merge', OPERATOR, acts.updateFix(fix, head, 'merged'))] : [],
  ),
  move('veto', judgeOf(model), acts.veto(null)),
  move('veto', OPERATOR, acts.veto('M1')),
  ...model.findings.map(({ id }) => move('open again', judgeOf(model), acts.reopen(id))),
]

function forGate(model: Model, gate: string, now: number): Move[] {
  const owed = model.obligations.flatMap((one) => (isMet(model, one) || one.before !== gate ? [] : [meet(model, one)]))
  if (owed.length > 0) return owed
  const missing = model.failures.flatMap((failure) => whatIsMissing(model, gate, failure))
  if (missing.length > 0) return missing
  const claim = standingClaim(model, gate)
  const standing = standingOf(model, gate, now)
  const moved = model.failures.some((failure) => !isUnchanged(model, gate, failure))
  if (!claim || standing === 'failed' || moved) return [claimAgain(model, gate)]
  const found = model.findings.filter((held) => held.gate === gate && !isClosed(model, held))
  const failed = model.failures.filter((failure) => {
    const ruling = model.rulings[gate]?.[failure]
    return ruling?.result === 'fail' && claim.parts.some(({ digest }) => digest === ruling.digest)
  })
  if (failed.length > 0) return [move('FAIL', judgeOf(model), acts.verdict(gate, claim.digest, 'fail'))]
  if (found.length > 0) return found.map((held) => closeIt(model, held))
  const open = model.failures.filter((failure) => !counts(model, gate, failure, now))
  if (open.length === 0) return [move('PASS', judgeOf(model), acts.verdict(gate, claim.digest, 'pass'))]
  return open.map((failure) => judge(model, gate, failure))
}

function whatIsMissing(model: Model, gate: string, failure: string): Move[] {
  const counted = model.evidence.filter((held) => held.failure === failure && !held.leftOut)
  if (gate === 'M2') {
    const fixes = model.fixes.filter((fix) => fix.failure === failure && fix.state !== 'closed')
    const pullRequest = FIRST_PULL_REQUEST + model.failures.indexOf(failure) * 2
    if (fixes.length === 0) return [move('fix', BUILDER, acts.attachFix(failure, pullRequest, 'open'))]
    return fixes.flatMap(({ head, pullRequest: tested }) =>
      counted.some((held) => held.commit === head && held.green === true)
        ? []
        : [move('run the fix', BUILDER, acts.fixRun(failure, tested ?? 0, head, 'green'))],
    )
  }
  const byHand = counted.filter(({ ref }) => !ref.startsWith('#'))
  const red = counted.filter(({ green, commit }) => green === false && !isHead(model, commit))
  if (byHand.length === 0) return [move('cite', BUILDER, acts.cite(failure, `read ${model.head}`))]
  if (failure === 'mumble' && red.length === 0) return [move('run', BUILDER, acts.run(failure, 'red'))]
  const cites = [...red, ...byHand].map(({ ref }) => ref)
  const held = model.classifications[failure]
  if (held && held.cites.length > 0 && held.cites.every((ref) => cites.includes(ref))) return []
  return [move('classify', BUILDER, acts.classify(failure, cites, `cause ${model.head}`))]
}
const isHead = (model: Model, commit: string | null): boolean =>
  model.fixes.some(({ pullRequest }) => [0, 1, 2].some((nth) => headOf(pullRequest ?? 0, nth) === commit))

/** What was ruled FAIL is claimed in other words, and the findings are answered. */
function claimAgain(model: Model, gate: string): Move {
  const held = model.claims[gate]
  const whats = Object.fromEntries(
    model.failures.map((failure) => {
      const before = held?.parts.find((part) => part.failure === failure)?.judged.statement.what
      const failed = model.rulings[gate]?.[failure]?.result === 'fail'
      return [failure, failed || before === undefined ? `Take ${model.head}.` : before]
    }),
  )
  const open = model.findings.filter((one) => one.gate === gate && one.standing !== 'closed').map(({ id }) => id)
  return move('claim', BUILDER, acts.claim(model, gate, whats, open))
}

function judge(model: Model, gate: string, failure: string): Move {
  const who = judgeOf(model)
  const part = standingClaim(model, gate)?.parts.find((held) => held.failure === failure)
  if (ownChecks(model, gate, failure, who.person).length > 0) {
    const held = model.rulings[gate]?.[failure]?.seq ?? null
    return move('PASS of one', who, acts.rule(gate, failure, part?.digest ?? '', 'pass', held))
  }
  const fix = model.fixes.find(
    ({ failure: mended, state, head }) =>
      mended === failure &&
      state !== 'closed' &&
      model.evidence.every(
        ({ commit, person, leftOut, seq }) =>
          commit !== head || person !== who.person || leftOut || seq <= (model.firstClaimed[gate] ?? 0),
      ),
  )
  if (gate === 'M2') return move('check', who, acts.fixRun(failure, fix?.pullRequest ?? 0, fix?.head ?? '', 'green'))
  const onRuns = part?.judged.evidence.some(({ ref }) => ref.startsWith('#'))
  return move('check', who, onRuns ? acts.run(failure, 'red') : acts.cite(failure, `checked ${model.head}`))
}

function closeIt(model: Model, { id, failure, person, seq }: Finding): Move {
  const who = roleOf(model, person) === 'adversary' ? personOf(person) : judgeOf(model)
  const own = model.evidence.filter(
    (held) => held.failure === failure && held.person === who.person && held.seq > seq && !held.leftOut,
  )
  return own.length === 0
    ? move('look', who, acts.observe(failure, `seen ${model.head}`))
    : move(
        'close',
        who,
        acts.close(
          id,
          own.map(({ ref }) => ref),
        ),
      )
}

function meet(model: Model, { obligation, by, failure, seq }: Model['obligations'][number]): Move {
  const who = by === 'builder' ? BUILDER : judgeOf(model)
  const own = model.evidence.filter(
    (held) => held.role === by && !held.leftOut && held.seq > seq && (failure === null || held.failure === failure),
  )
  const [first] = own
  return first
    ? move('meet', who, acts.meet(obligation, first.ref))
    : move('look', who, acts.observe(failure ?? 'mumble', `seen ${model.head}`))
}
