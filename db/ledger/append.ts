import { canonicalJson } from '#lib/ledger/canonical-json.ts'
import type { EventBody, EventDraft, Recorded } from '#lib/ledger/event.ts'
import { versionOf } from '#lib/ledger/versions.ts'
import type { Role } from '#lib/people/roles.ts'
import type { Db } from '../db.ts'
import { project } from '../projections/project.ts'
import { GENESIS, hashEvent } from './hash.ts'
import { readEvent } from './read-event.ts'

export type Signature = { command: string; input: string; actor: string; role: Role | 'system'; at: Date }

/**
 * The one door into the ledger: appends the events of one command and projects each. Only within an IMMEDIATE transaction.
 * Answers with the place of the first. Throws when the chain does not follow (a trigger aborts), which rolls everything back.
 */
export function append(db: Db, signature: Signature, drafts: readonly [EventDraft, ...EventDraft[]]): Recorded {
  const client = db.$client
  const last = lastLink(db)
  let { seq, hash: prev } = last
  const insert = client.prepare('INSERT INTO ledger (seq, prev, hash, body) VALUES (?, ?, ?, ?)')
  for (const [part, draft] of drafts.entries()) {
    const { command, input, actor, role, at } = signature
    const event: EventBody = {
      ...draft,
      v: versionOf(draft.kind),
      command,
      part,
      input,
      actor,
      role,
      recordedAt: at.toISOString(),
    }
    const body = Buffer.from(canonicalJson(event), 'utf8')
    seq += 1
    const hash = hashEvent(seq, prev, body)
    insert.run(seq, prev, hash, body)
    // As read back from its bytes: a rebuild sees nothing else, down to the order of keys.
    project(db, readEvent({ seq, hash, body }))
    prev = hash
  }
  const [{ kind, phase, failure, subject }] = drafts
  return { seq: last.seq + 1, kind, phase, failure, subject }
}

/** Seq 0 and 32 zero bytes when nothing was recorded yet. */
export function lastLink(db: Db): { seq: number; hash: Uint8Array } {
  const row = db.$client
    .prepare<[], { seq: number; hash: Buffer }>('SELECT seq, hash FROM ledger ORDER BY seq DESC LIMIT 1')
    .get()
  return row ?? { seq: 0, hash: GENESIS }
}
