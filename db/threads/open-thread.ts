import type { Command } from '#lib/ledger/command.ts'
import { ok, refuse } from '#lib/result.ts'
import type { OpenThreadInput } from '#lib/threads/inputs.ts'
import { threadSubject } from '#lib/threads/thread-subject.ts'
import { whatIsAskedAbout } from '#lib/threads/what-is-asked-about.ts'
import { whyCannotAsk } from '#lib/threads/why-cannot-ask.ts'
import type { Db } from '../db.ts'
import { nextNumber } from '../ledger/next-number.ts'
import { record } from '../ledger/record.ts'
import { phaseOr } from '../phases/on-record.ts'
import { listThreads } from './list-threads.ts'

/** Asks a question about something on record. Threads are numbered over all phases; the subject is `thread-3`. */
export const openThread = (db: Db, command: Command<OpenThreadInput>) =>
  record(db, command, { phase: command.input.phase, permission: 'thread.open' }, (actor) => {
    const { phase, about, to, text } = command.input
    const facts = phaseOr(db, phase)
    if (!facts.ok) return facts
    const refusal = whyCannotAsk(facts.value, listThreads(db, phase), actor, { about, to, text })
    if (refusal) return refuse(refusal)
    const thread = nextNumber(db, 'thread.opened')
    return ok([
      {
        kind: 'thread.opened',
        phase,
        failure: whatIsAskedAbout(facts.value, about)?.failure ?? null,
        subject: threadSubject(thread),
        statedAt: null,
        payload: { thread, about, to, text },
      },
    ])
  })
