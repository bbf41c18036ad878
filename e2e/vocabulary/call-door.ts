import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { must } from '#db/testing/must.ts'
import { listTokens } from '#db/tokens/find-token.ts'
import { issueToken } from '#db/tokens/issue-token.ts'
import { revokeToken } from '#db/tokens/revoke-token.ts'
import type { Role } from '#lib/people/roles.ts'
import { inRecordOf } from './scenario.ts'

type Running = { address: string; dataFolder: string }

const Unmet = z.object({
  gate: z.string().nullable(),
  failure: z.string().nullable(),
  requirement: z.string(),
  because: z.object({ untrustedText: z.string() }),
})
const Recorded = z.object({ seq: z.number(), kind: z.string(), subject: z.string().nullable() })
/** The parts of an answer that tests ask for; the rest is in `text`. */
const Answer = z.looseObject({
  ok: z.boolean(),
  reason: z.string().optional(),
  sentence: z.string().optional(),
  field: z.string().nullable().optional(),
  fields: z.record(z.string(), z.string()).optional(),
  recorded: Recorded.optional(),
  would: Recorded.optional(),
  unmet: z.array(Unmet).optional(),
  head: z.object({ seq: z.number(), hash: z.string().regex(/^[0-9a-f]{64}$/) }).optional(),
})
export type DoorAnswer = { status: number; text: string; headers: Headers; said: z.output<typeof Answer> }

type Asked = { token?: string; body?: unknown; headers?: { [name: string]: string }; signal?: AbortSignal }

/** Asks the door for programs: POST with a body, else GET. `path` is below /api/v1. */
export async function callDoor({ address }: { address: string }, path: string, asked: Asked = {}): Promise<DoorAnswer> {
  const { token, body, headers = {}, signal } = asked
  const authorised = token === undefined ? {} : { Authorization: `Bearer ${token}` }
  const answer = await fetch(`${address}/api/v1${path}`, {
    ...(body === undefined
      ? { method: 'GET', headers: { ...authorised, ...headers } }
      : {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', ...authorised, ...headers },
          body: typeof body === 'string' || body instanceof Blob ? body : JSON.stringify(body),
        }),
    ...(signal && { signal }),
    redirect: 'manual',
  })
  const text = await answer.text()
  return { status: answer.status, text, headers: answer.headers, said: Answer.parse(JSON.parse(text)) }
}

type For = { person: string; phase: string; role: Role | null; days?: number }

/** A token's secret, issued to this person beside the running server. */
export const tokenFor = (server: Running, { person, phase, role, days = 30 }: For): string =>
  inRecordOf(server, (db) => {
    const actor = { person, name: person, role: null }
    const input = { phase, name: 'a program', role, days }
    return must(issueToken(db, { id: randomUUID(), actor, at: new Date(), input })).secret
  })

/** Its person revokes it. */
export const revoke = (server: Running, secret: string): void =>
  inRecordOf(server, (db) => {
    const token = secret.split('_')[1] ?? ''
    const held = ['redfix', 'canon', 'elsewhere']
      .flatMap((phase) => listTokens(db, phase))
      .find((one) => one.token === token)
    const actor = { person: held?.person ?? '', name: '', role: null }
    const input = { phase: held?.phase ?? '', token, reason: 'It leaked.' }
    must(revokeToken(db, { id: randomUUID(), actor, at: new Date(), input }))
  })
