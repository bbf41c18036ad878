import type { Command } from '#lib/ledger/command.ts'
import { ok, refuse } from '#lib/result.ts'
import type { ReplyInput } from '#lib/threads/inputs.ts'
import { threadSubject } from '#lib/threads/thread-subject.ts'
import { whyCannotReply, whySaidAlready } from '#lib/threads/why-cannot-reply.ts'
import type { Db } from '../db.ts'
import { record } from '../ledger/record.ts'
import { threadIn } from './thread-in.ts'

export const reply = (db: Db, command: Command<ReplyInput>) =>
  record(db, command, { phase: command.input.phase, permission: 'thread.reply' }, (actor) => {
    const { phase, thread, text } = command.input
    const held = threadIn(db, phase, thread)
    if (!held.ok) return held
    const refusal = whyCannotReply(held.value, actor) ?? whySaidAlready(held.value, actor, text)
    if (refusal) return refuse(refusal)
    return ok([
      {
        kind: 'thread.replied',
        phase,
        failure: held.value.failure,
        subject: threadSubject(thread),
        statedAt: null,
        payload: { thread, text },
      },
    ])
  })
