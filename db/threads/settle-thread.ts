import type { Command } from '#lib/ledger/command.ts'
import { ok, refuse } from '#lib/result.ts'
import type { SettleThreadInput } from '#lib/threads/inputs.ts'
import { threadSubject } from '#lib/threads/thread-subject.ts'
import { whyCannotSettle } from '#lib/threads/why-cannot-settle.ts'
import type { Db } from '../db.ts'
import { record } from '../ledger/record.ts'
import { threadIn } from './thread-in.ts'

/** Whoever asked says that it is answered. All of it stays to be read. */
export const settleThread = (db: Db, command: Command<SettleThreadInput>) =>
  record(db, command, { phase: command.input.phase, permission: 'thread.reply' }, (actor) => {
    const { phase, thread } = command.input
    const held = threadIn(db, phase, thread)
    if (!held.ok) return held
    const refusal = whyCannotSettle(held.value, actor)
    if (refusal) return refuse(refusal)
    return ok([
      {
        kind: 'thread.settled',
        phase,
        failure: held.value.failure,
        subject: threadSubject(thread),
        statedAt: null,
        payload: { thread },
      },
    ])
  })
