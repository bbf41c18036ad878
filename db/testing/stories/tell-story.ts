import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { evaluatePhase } from '#lib/gates/evaluate-phase.ts'
import type { Db } from '../../db.ts'
import { readEvent } from '../../ledger/read-event.ts'
import { actingAs, USUAL_TIME } from '../people.ts'
import { factsOf } from '../phases.ts'
import { anyMove, type Move } from './any-move.ts'
import { askOfEvent } from './ask-of-event.ts'
import { learn } from './learn.ts'
import { emptyModel, type Model, standingOf, whatIsOpen } from './model.ts'
import { nextMove } from './next-move.ts'

/** A record to go on from, as bytes, and what the model makes of it. */
export type Beginning = { bytes: Buffer; model: Model }
/** `sensible`: what would be sensible next, or anything by anybody. `number` chooses. `jump`: see `jumped`. */
export type Step = { sensible: boolean; number: number; jump: Jump }
export type Jump = 'none' | 'back' | 'minute' | 'hours' | 'to the edge' | 'past the edge'
/** What a story came to; each is told once. */
export type Reached = Set<string>

type Row = { seq: number; hash: Buffer; body: Buffer }
const MINUTE_MS = 60_000
const WAL_BYTES = [18, 19]

export function beginWith(db: Db): Beginning {
  const bytes = db.$client.serialize()
  // A database in memory cannot be in WAL mode; the header says that it was.
  for (const byte of WAL_BYTES) bytes[byte] = 1
  const model = emptyModel('redfix')
  for (const event of eventsAfter(db, 0)) learn(model, event)
  return { bytes, model }
}

const eventsAfter = (db: Db, seq: number) =>
  db.$client
    .prepare<[number], Row>('SELECT seq, hash, body FROM ledger WHERE seq > ? ORDER BY seq')
    .all(seq)
    .map(readEvent)

/** Tells a story on a database in memory, and lays application and model side by side after each step. Throws where they differ. */
export function tellStory(beginning: Beginning, steps: readonly Step[], reached: Reached): Db {
  const db = inMemory(beginning.bytes)
  const model = structuredClone(beginning.model)
  const told: string[] = []
  let now = USUAL_TIME.getTime()
  try {
    compare(db, model, now, reached)
    for (const { sensible, number, jump } of steps) {
      now = jumped(model, now, jump)
      const { name, who, act } = sensible ? nextMove(model, now, number) : anyMove(model, number)
      const answer = tell(db, model, now, { name, who, act })
      told.push(`${new Date(now).toISOString()} ${who.name}: ${name} -> ${answer}`)
      if (sensible && answer !== 'ok') throw new Error('What was sensible was refused.')
      if (answer === 'ok' || jump !== 'none') compare(db, model, now, reached)
    }
  } catch (error) {
    db.$client.close()
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${told.join('\n')}`, { cause: error })
  }
  return db
}

/** Every statement is prepared once: a story asks the same questions again and again. */
function inMemory(bytes: Buffer): Db {
  const client = new Database(bytes)
  client.pragma('recursive_triggers = 1')
  const prepared = new Map<string, ReturnType<typeof client.prepare>>()
  const prepare = client.prepare.bind(client)
  const remembering = Object.assign(client, {
    prepare: (sql: string) => {
      const held = prepared.get(sql) ?? prepare(sql)
      prepared.set(sql, held)
      return held
    },
  })
  return Object.assign(drizzle(remembering), { $client: remembering })
}

/** `ok`, or why it was refused; a refusal leaves the record where it was. */
function tell(db: Db, model: Model, now: number, { act, who }: Move): string {
  const before = model.head
  const at = new Date(now)
  const open = whatIsOpen(model, now)
  const result = act(db, (input) => actingAs(who)(input, at))
  const events = eventsAfter(db, before)
  if (!result.ok && events.length > 0) throw new Error(`Refused (${result.refusal.reason}), and recorded.`)
  for (const event of events) {
    askOfEvent(model, event, now, open)
    learn(model, event)
  }
  return result.ok ? 'ok' : `${result.refusal.reason}: ${result.refusal.sentence}`
}

function compare(db: Db, model: Model, now: number, reached: Reached): void {
  const { gates, done } = evaluatePhase(factsOf(db), new Date(now))
  for (const { decision } of gates) {
    const { gate } = decision.gate
    const expected = standingOf(model, gate, now)
    if (decision.standing !== expected)
      throw new Error(
        `${gate} is ${decision.standing}; the model says ${expected}. ${JSON.stringify(decision.failures.map(({ ruling }) => ruling))}`,
      )
    reached.add(`${gate} ${expected}`)
    if (decision.failures.some(({ carriedFrom, ruling }) => carriedFrom !== null && ruling.kind === 'passed'))
      reached.add('carried')
  }
  const open = whatIsOpen(model, now)
  if (done.possible && open.length > 0) throw new Error(`DONE is possible, with ${open.join(', ')}.`)
  const says = done.standing !== null ? 'standing' : done.reopened !== null ? 'reopened' : 'never'
  if (says !== model.done) throw new Error(`DONE is ${says}; the model says ${model.done}.`)
  if (model.done !== 'never') reached.add(`DONE ${model.done}`)
  if (Object.values(model.claims).some(({ revision }) => revision > 1)) reached.add('claimed again')
  if (model.vetoes.length > 0) reached.add('vetoed')
}

/** To the edge: exactly when the next PASS gets too old, or a millisecond before that. */
function jumped({ rulings, verdicts, lifetimeMs }: Model, now: number, jump: Jump): number {
  const given = [...Object.values(rulings).flatMap((one) => Object.values(one)), ...Object.values(verdicts)]
  const edges = given.map(({ at }) => at + lifetimeMs).filter((edge) => edge > now)
  const edge = edges.length === 0 ? now : Math.min(...edges)
  return {
    none: now,
    back: now - MINUTE_MS,
    minute: now + MINUTE_MS,
    hours: now + 7 * 60 * MINUTE_MS,
    'to the edge': edge - 1,
    'past the edge': edge,
  }[jump]
}
