import { canonicalJson, type Json } from '#lib/ledger/canonical-json.ts'
import type { LedgerEvent } from '#lib/ledger/event.ts'
import type { Db } from '../db.ts'
import { lastLink } from '../ledger/append.ts'
import { hashEvent, sha256 } from '../ledger/hash.ts'
import { readEvent } from '../ledger/read-event.ts'
import { openDatabase } from '../open-database.ts'
import { aFile } from './databases.ts'

type Fields = { [name: string]: Json }

/**
 * The same story as it was recorded when every event was of version 1: gates had a purpose, claims knew no fixes and no plan. Chained anew
 * and inserted as `append` inserts, but projected by nobody: it is opened as an older Gatehouse left it.
 */
export function asVersion1(db: Db): Db {
  const file = aFile()
  const older = openDatabase(file)
  const rows = db.$client.prepare<[], { seq: number; hash: Buffer; body: Buffer }>('SELECT * FROM ledger ORDER BY seq')
  const digests = new Map<string, string>()
  for (const event of rows.all().map(readEvent)) insertRaw(older, bodyOfVersion1(event, digests))
  older.$client.exec("UPDATE projection_version SET version = 'older'")
  older.$client.close()
  return openDatabase(file)
}

/** Through the triggers and the chain, past everything else. */
export function insertRaw(db: Db, body: string): void {
  const { seq, hash } = lastLink(db)
  const bytes = Buffer.from(body, 'utf8')
  const next = hashEvent(seq + 1, hash, bytes)
  db.$client.prepare('INSERT INTO ledger (seq, prev, hash, body) VALUES (?, ?, ?, ?)').run(seq + 1, hash, next, bytes)
}

function bodyOfVersion1(event: LedgerEvent, digests: Map<string, string>): string {
  const { seq: _, hash: __, ...body } = event
  const text = canonicalJson({ ...body, v: 1, payload: payloadOfVersion1(event, digests) })
  // What was ruled on names the digest of what was claimed.
  return [...digests].reduce((said, [now, then]) => said.replaceAll(now, then), text)
}

function payloadOfVersion1(event: LedgerEvent, digests: Map<string, string>): Fields {
  switch (event.kind) {
    case 'gate.defined': {
      const { requirements, ...rest } = event.payload
      return { ...rest, purpose: purposeOf(requirements) }
    }
    case 'run.attached': {
      const { pullRequest: _, supervised: __, ...rest } = event.payload
      return rest
    }
    case 'observation.recorded': {
      const { by: _, ...rest } = event.payload
      return rest
    }
    case 'finding.opened': {
      const { stage: _, head: __, ...rest } = event.payload
      return rest
    }
    case 'claim.filed': {
      const { answers: _, parts, digest, ...rest } = event.payload
      const then = parts.map(({ failure, judged: { requirements, plan, fixes: _, ...kept }, digest: now }) => {
        const judged = { ...kept, purpose: purposeOf(requirements), planPath: plan.path }
        const part = { failure, judged, digest: sha256(canonicalJson({ failure, judged })) }
        digests.set(now, part.digest)
        return part
      })
      const whole = sha256(canonicalJson(then.map((part) => [part.failure, part.digest])))
      digests.set(digest, whole)
      return { ...rest, parts: then, digest: whole }
    }
    default:
      return { ...event.payload }
  }
}

const purposeOf = (requirements: readonly string[]) => (requirements.includes('fix-attached') ? 'fix' : 'cause')
