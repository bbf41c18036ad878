import { and, eq } from 'drizzle-orm'
import { canonicalJson, type Json } from '#lib/ledger/canonical-json.ts'
import type { Command } from '#lib/ledger/command.ts'
import type { EventDraft, Recorded } from '#lib/ledger/event.ts'
import { can, explainPermission, type Permission } from '#lib/people/permissions.ts'
import type { Actor } from '#lib/people/roles.ts'
import { because, ok, type Result, refuse } from '#lib/result.ts'
import type { Db } from '../db.ts'
import { findRole } from '../people/find-role.ts'
import { append } from './append.ts'
import { damagedAt } from './damage.ts'
import { sha256 } from './hash.ts'
import { readEvent } from './read-event.ts'
import { ledger } from './table.ts'

const REUSED =
  'This form was already submitted, with other content. Nothing was changed; submit again to record this as well.'

export type Drafts = readonly [EventDraft, ...EventDraft[]]
/** In which phase (null: outside any) and by which row of the permission table a verb acts. */
export type Scope = { phase: string | null; permission: Permission }

/**
 * Every write goes through here: may they -> was this command recorded before -> load facts and decide -> append and project,
 * in one IMMEDIATE transaction, so nothing changes between the facts and the act. `decide` reads with the same handle.
 * The role is looked up inside the transaction, whatever the door believed. Throws only on bugs and on a busy or full disk; nothing is recorded then.
 */
export function record<Input extends Json>(
  db: Db,
  command: Command<Input>,
  scope: Scope,
  decide: (actor: Actor) => Result<Drafts>,
): Result<Recorded> {
  return immediately(db, () => {
    const actor = { ...command.actor, role: findRole(db, command.actor.person, scope.phase) }
    if (!can(actor, scope.permission)) {
      return refuse(because('not_permitted', explainPermission(actor, scope.permission)))
    }
    const seq = damagedAt(db)
    if (seq !== null)
      return refuse(
        because(
          'ledger_damaged',
          `The ledger does not verify at event ${seq}: nothing is recorded until the Operator has restored it.`,
        ),
      )
    const input = sha256(canonicalJson({ actor: actor.person, permission: scope.permission, input: command.input }))
    const before = findRecorded(db, command.id)
    if (before) return before.input === input ? ok(before.recorded) : refuse(because('command_reused', REUSED))
    const decision = decide(actor)
    if (!decision.ok) return decision
    return ok(
      append(
        db,
        { command: command.id, input, actor: actor.person, role: actor.role ?? 'system', at: command.at },
        decision.value,
      ),
    )
  })
}

/** What Gatehouse itself records (the opening of the ledger, people who come through a link): no role decides, the caller has. */
export function recordAsSystem(db: Db, command: { id: string; at: Date }, drafts: Drafts): Recorded {
  return append(
    db,
    { command: command.id, input: sha256(command.id), actor: 'gatehouse', role: 'system', at: command.at },
    drafts,
  )
}

export function immediately<Value>(db: Db, act: () => Value): Value {
  return db.$client.inTransaction ? act() : db.$client.transaction(act).immediate()
}

function findRecorded(db: Db, command: string): { recorded: Recorded; input: string } | null {
  const row = db
    .select()
    .from(ledger)
    .where(and(eq(ledger.commandId, command), eq(ledger.part, 0)))
    .get()
  if (!row) return null
  const { input, kind, phase, failure, subject } = readEvent(row)
  return { input, recorded: { seq: row.seq, kind, phase, failure, subject } }
}
