import { z } from 'zod'
import { findPhaseFacts } from '#db/phases/find-phase-facts.ts'
import { listThreads } from '#db/threads/list-threads.ts'
import { quoteUntrusted } from '#lib/api/quote-untrusted.ts'
import { boardOf, failureOf, gateOf } from '#lib/api/readings.ts'
import { swarmOf } from '#lib/api/swarm-readings.ts'
import type { Json } from '#lib/ledger/canonical-json.ts'
import type { PhaseFacts } from '#lib/phases/phase-facts.ts'
import { because, refuse } from '#lib/result.ts'
import { findLoggedRun } from '../logs/find-logged-run.ts'
import { logOfRun } from '../logs/log-of-run.ts'
import { readLog } from '../pages/read-log.ts'
import { readSwarm } from '../pages/read-swarm.ts'
import { headOf } from './answer.ts'
import { readEventsAfter } from './read-events.ts'
import { readRun } from './read-run.ts'
import { LONGEST_WAIT, readTurn } from './read-turn.ts'
import { type Asked, type Reading, reading, told } from './reading.ts'

const MOST_EVENTS = 1_000
const MOST_LINES = 2_000
const NOTHING_ASKED = z.object({})

const whole = (least: number, most: number) =>
  z.coerce
    .number(`A whole number from ${least} to ${most}.`)
    .int(`A whole number from ${least} to ${most}.`)
    .min(least, `At least ${least}.`)
    .max(most, `At most ${most}.`)

/** Everything that a program may read, one row each, below /api/v1. Every token reads, in its phase. */
export const READINGS: readonly Reading[] = [
  reading({
    name: 'token',
    path: '/token',
    summary: 'Whose token this is, what it may do, and until when.',
    query: NOTHING_ASKED,
    read: ({ db, admitted: { token, actor } }) =>
      told({ token: quoteUntrusted({ ...token, roleNow: actor.role }), head: headOf(db) }),
  }),
  reading({
    name: 'board',
    path: '/phases/{phase}',
    summary: 'The phase: its gates with every requirement and answer, whose turn it is, what DONE needs.',
    query: NOTHING_ASKED,
    read: (asked) => inPhase(asked, (facts) => ({ phase: boardOf(facts, asked.now) })),
  }),
  reading({
    name: 'failure',
    path: '/phases/{phase}/failures/{failure}',
    summary: 'A failure: evidence, classification, fixes, and what each gate still needs of it.',
    query: NOTHING_ASKED,
    read: (asked) =>
      inPhase(asked, (facts) => {
        const failure = facts.failures.find((held) => held.failure === asked.params.failure)
        return failure ? { failure: failureOf(facts, failure, asked.now) } : null
      }),
  }),
  reading({
    name: 'gate',
    path: '/phases/{phase}/gates/{gate}',
    summary: 'A gate: claim, answers per failure, and the digests that a ruling and a verdict have to name.',
    query: NOTHING_ASKED,
    read: (asked) =>
      inPhase(asked, (facts) => {
        const gate = gateOf(facts, asked.params.gate ?? '', asked.now)
        return gate && { gate }
      }),
  }),
  reading({
    name: 'swarm',
    path: '/phases/{phase}/swarm',
    summary: 'The hosts with what they said last, who has each, and which runs wait for it and why.',
    query: NOTHING_ASKED,
    read: (asked) => inPhase(asked, ({ phase }) => ({ hosts: swarmOf(readSwarm(asked.now), phase) })),
  }),
  reading({
    name: 'run',
    path: '/phases/{phase}/runs/{run}',
    summary: 'A run: what was asked for, how it stands while it is under way, and what Gatehouse saw of it.',
    query: NOTHING_ASKED,
    read: (asked) => inPhase(asked, (facts) => readRun(asked.db, facts, asked.params.run ?? '')),
  }),
  reading({
    name: 'log',
    path: '/phases/{phase}/runs/{run}/log',
    summary: 'Lines of a run’s log around `line` (without it the last ones), what looks like a secret masked.',
    query: z.object({ line: whole(1, Number.MAX_SAFE_INTEGER).optional(), count: whole(1, MOST_LINES).default(200) }),
    read: async ({ db, params, admitted }, { line, count }) => {
      const run = findLoggedRun(params.run ?? '')
      const log = run?.phase === admitted.token.phase ? await logOfRun(run.number, run.log) : null
      if (log === null) return refuse(NO_LOG)
      const read = await readLog(log, line ?? null, count)
      if (!read.ok) return refuse(because('no_such_log', read.refusal))
      const lines = read.value.lines.map(({ number, spans, cut }) => ({
        number,
        text: spans.map(({ text }) => text).join(''),
        ...(cut === null ? {} : { cut }),
      }))
      return told({ lineCount: read.value.lineCount, lines: quoteUntrusted(lines), head: headOf(db) })
    },
  }),
  reading({
    name: 'threads',
    path: '/phases/{phase}/threads',
    summary: 'Questions with what was said to them.',
    query: NOTHING_ASKED,
    read: (asked) => inPhase(asked, ({ phase }) => ({ threads: listThreads(asked.db, phase) })),
  }),
  reading({
    name: 'events',
    path: '/phases/{phase}/events',
    summary: 'What was recorded in the phase after an event, in order.',
    query: z.object({ after: whole(0, Number.MAX_SAFE_INTEGER).default(0), limit: whole(1, MOST_EVENTS).default(100) }),
    read: (asked, { after, limit }) =>
      inPhase(asked, (facts) => readEventsAfter(asked.db, facts, asked.admitted.actor, after, limit)),
  }),
  reading({
    name: 'turn',
    path: '/phases/{phase}/turn',
    summary: 'Answers when it is the turn of the token’s role, or after `wait` seconds.',
    query: z.object({ wait: z.coerce.number('In seconds.').min(0, 'At least 0.').default(0) }),
    read: (asked, { wait }) => readTurn(asked, Math.min(wait, LONGEST_WAIT)),
  }),
]

const NO_LOG = because('no_such_log', 'There is no such run in this phase, or it has no log.')
const NOTHING = because('no_such_address', 'There is nothing of this name in the phase.')

/** What was written by people or comes from files is quoted; the names of the answer's parts and the head are ours. */
function inPhase({ db, admitted }: Asked, look: (facts: PhaseFacts) => { [part: string]: Json } | null) {
  const facts = findPhaseFacts(db, admitted.token.phase)
  if (facts === null) return refuse(because('no_such_phase', `There is no phase called ${admitted.token.phase}.`))
  const seen = look(facts)
  if (seen === null) return refuse(NOTHING)
  const quoted = Object.entries(seen).map(([part, value]) => [part, quoteUntrusted(value)] as const)
  return told({ ...Object.fromEntries(quoted), head: headOf(db) })
}
