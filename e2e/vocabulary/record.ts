import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Server } from '#e2e/server/start-server.ts'
import type { EventKind } from '#lib/ledger/payloads.ts'

type Held = Pick<Server, 'dataFolder'>

/** What the ledger itself holds, whatever a screen says. Read-only, beside the running server. */
export const headOf = (server: Held): number => ask(server, 'SELECT coalesce(max(seq), 0) AS answer FROM ledger')

export const countEvents = (server: Held, kind: EventKind): number =>
  ask(server, 'SELECT count(*) AS answer FROM ledger WHERE kind = ?', kind)

/** One-time links lie beside the ledger. */
export const countLinks = (server: Held): number => ask(server, 'SELECT count(*) AS answer FROM invitations')

/** The body of the last event of this kind, as its bytes say. */
export function lastEvent(server: Held, kind: EventKind): unknown {
  const rows = query(server, 'SELECT body FROM ledger WHERE kind = ? ORDER BY seq DESC LIMIT 1', kind)
  const [{ body } = { body: null }] = rows
  return body instanceof Uint8Array ? JSON.parse(Buffer.from(body).toString('utf8')) : null
}

function ask(server: Held, sql: string, ...values: string[]): number {
  return Number(query(server, sql, ...values)[0]?.answer)
}

function query(server: Held, sql: string, ...values: string[]): { [column: string]: unknown }[] {
  const client = new Database(join(server.dataFolder, 'gatehouse.sqlite'), { readonly: true })
  try {
    return client.prepare<string[], { [column: string]: unknown }>(sql).all(...values)
  } finally {
    client.close()
  }
}
