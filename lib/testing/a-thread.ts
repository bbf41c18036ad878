import type { Role } from '#lib/people/roles.ts'
import type { ThreadFacts } from '#lib/threads/thread-facts.ts'
import { moment } from './record-of.ts'

type Said = [person: string, role: Role, clock: string, text?: string]

/** Ada, Adversary, asks the Builder about M1 at 00:30Z, as event 10; each reply is one event and is said at its own time. */
export function aThread(replies: readonly Said[] = [], different: Partial<ThreadFacts> = {}): ThreadFacts {
  const asked: Said = ['ada', 'adversary', '00:30', 'Which commit was it?']
  const messages = [asked, ...replies].map(([person, role, clock, text = 'So it is.'], index) => ({
    ...{ seq: 10 + index, person, role, at: moment(clock).toISOString(), statedAt: null, text },
  }))
  return {
    ...{ seq: 10, person: 'ada', role: 'adversary', at: moment('00:30').toISOString(), statedAt: null },
    ...{ thread: 1, about: 'M1', failure: null, askedOf: 'builder', askerHolds: 'adversary', messages, settled: null },
    ...different,
  }
}

/** Ada settled it at 01:00Z. */
export const SETTLED: ThreadFacts['settled'] = { seq: 30, person: 'ada', at: moment('01:00').toISOString() }
