import { ADVERSARY, BUILDER, OPERATOR, SECOND_ADVERSARY } from '../people.ts'
import { acts } from './acts.ts'
import type { Move } from './any-move.ts'
import type { Finding, Model } from './model.ts'

const EAGERLY = [1, 2, 3, 4, 5, 6]

/** What somebody in a hurry would try, or what comes in between at the worst moment. */
export function shortCuts(model: Model): Move[] {
  const [first] = model.failures
  const gates = Object.entries(model.claims)
  return [
    { name: 'DONE at once', who: BUILDER, act: acts.done() },
    { name: 'veto', who: OPERATOR, act: acts.veto(null) },
    { name: 'owed before M1', who: ADVERSARY, act: acts.owe(first ?? null, 'builder', 'M1', `more ${model.head}`) },
    ...model.fixes.map(({ fix, head }) => ({
      ...{ name: 'merge', who: OPERATOR, act: acts.updateFix(fix, head, 'merged') },
    })),
    ...gates.flatMap(([gate, { digest }]) =>
      [ADVERSARY, SECOND_ADVERSARY].map((who) => ({
        name: 'PASS at once',
        who,
        act: acts.verdict(gate, digest, 'pass'),
      })),
    ),
    ...gates.flatMap(([gate, { parts }]) =>
      parts.map(({ failure, digest }) => ({
        name: 'PASS of one at once',
        who: SECOND_ADVERSARY,
        act: acts.rule(gate, failure, digest, 'pass', model.rulings[gate]?.[failure]?.seq ?? null),
      })),
    ),
    // Two steps, and a finding does not stay open for long: tried more often than the rest.
    ...EAGERLY.flatMap(() => model.findings.flatMap((held) => closeIt(model, held))),
  ]
}

/** Somebody else closes a finding, with evidence of their own. */
function closeIt(model: Model, { id, failure, person, seq }: Finding): Move[] {
  const who = person === ADVERSARY.person ? SECOND_ADVERSARY : ADVERSARY
  const own = model.evidence.filter(
    (held) => held.failure === failure && held.person === who.person && held.seq > seq && !held.leftOut,
  )
  const close = {
    name: 'close somebody’s',
    who,
    act: acts.close(
      id,
      own.map(({ ref }) => ref),
    ),
  }
  return own.length > 0 ? [close] : [{ name: 'look', who, act: acts.observe(failure, `seen ${model.head}`) }]
}
