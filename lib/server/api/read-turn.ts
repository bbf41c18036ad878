import type { Db } from '#db/db.ts'
import { findPhaseFacts } from '#db/phases/find-phase-facts.ts'
import type { ApiRefusal } from '#lib/api/api-refusal.ts'
import { quoteUntrusted } from '#lib/api/quote-untrusted.ts'
import { evaluatePhase } from '#lib/gates/evaluate-phase.ts'
import { because, ok, type Result, refuse } from '#lib/result.ts'
import { once } from '../once.ts'
import { type Admitted, admitAgain } from './admit.ts'
import { headOf } from './answer.ts'
import type { JsonObject } from './read-body.ts'
import type { Asked } from './reading.ts'
import { somethingHappens } from './something-happens.ts'

/** In seconds. */
export const LONGEST_WAIT = 600
/** The clock alone changes the turn when a verdict gets stale; looked at again at that moment, and at least this often. */
const LOOK_AGAIN_MS = 30_000
const MOST_WAITING = 4
const TOO_MANY = `This token waits ${MOST_WAITING} times already: one wait is enough.`

const waits = () => once('turn-waits', () => new Map<string, number>())

type Turns = { yours: boolean; said: JsonObject; nextChangeMs: number }

/** Answers when it is the turn of the token's role, or after `wait` seconds; at once when it is theirs already, or when the token ends. */
export async function readTurn(
  { db, admitted, now, signal }: Asked,
  wait: number,
): Promise<Result<JsonObject, ApiRefusal>> {
  const until = performance.now() + wait * 1000
  const first = turnsOf(db, admitted, now)
  if (first === null) return refuse(noPhase(admitted))
  if (first.yours || wait === 0) return ok(first.said)

  const { token } = admitted.token
  const waiting = waits().get(token) ?? 0
  if (waiting >= MOST_WAITING) return refuse(because('too_many', TOO_MANY))
  waits().set(token, waiting + 1)
  try {
    let held = first
    for (let left = wait * 1000; left > 0 && !signal.aborted; left = until - performance.now()) {
      const ended = await somethingHappens(Math.min(left, held.nextChangeMs, LOOK_AGAIN_MS), signal)
      const at = new Date()
      const again = admitAgain(db, admitted, at)
      if (!again.ok) return again
      const turns = turnsOf(db, again.value, at)
      if (turns === null) return refuse(noPhase(admitted))
      held = turns
      if (turns.yours || ended) break
    }
    return ok(held.said)
  } finally {
    const left = (waits().get(token) ?? 1) - 1
    if (left === 0) waits().delete(token)
    else waits().set(token, left)
  }
}

function turnsOf(db: Db, { token, actor }: Admitted, now: Date): Turns | null {
  const facts = findPhaseFacts(db, token.phase)
  if (facts === null) return null
  const { gates, turn } = evaluatePhase(facts, now)
  const role = token.role ?? actor.role
  const turns = gates.map(({ decision, turn: of }) => ({ gate: decision.gate.gate, ...of }))
  const yours = role !== null && [turn, ...turns].some((one) => one?.role === role)
  const changes = gates.flatMap(({ decision: { freshUntil } }) => {
    const ms = freshUntil === null ? 0 : Date.parse(freshUntil) - now.getTime()
    return ms > 0 ? [ms] : []
  })
  return {
    yours,
    said: { yours, role, turn: quoteUntrusted(turn), turns: quoteUntrusted(turns), head: headOf(db) },
    nextChangeMs: Math.min(Number.POSITIVE_INFINITY, ...changes),
  }
}

const noPhase = ({ token }: Admitted) => because('no_such_phase', `There is no phase called ${token.phase}.`)
