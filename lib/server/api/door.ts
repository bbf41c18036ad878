import type { ApiRefusal } from '#lib/api/api-refusal.ts'
import { matchPath, type PathParams } from '#lib/api/match-path.ts'
import { quoteUntrusted } from '#lib/api/quote-untrusted.ts'
import { CommandId } from '#lib/ledger/command.ts'
import { can, explainPermission, type Permission } from '#lib/people/permissions.ts'
import { because, ok, type Result, refuse } from '#lib/result.ts'
import { newCommandId } from '../actions/new-command-id.ts'
import { withRetries } from '../actions/with-retries.ts'
import { readConfiguration } from '../configuration.ts'
import { database } from '../database.ts'
import { whyMisaddressed } from '../same-origin.ts'
import { type Admitted, admit } from './admit.ts'
import { answerJson, answerRefusal } from './answer.ts'
import { perform } from './perform.ts'
import { readBody } from './read-body.ts'
import type { Reading } from './reading.ts'
import { refuseUnread } from './refuse-unread.ts'
import type { Verb } from './verb.ts'

const ROOT = '/api/v1'
const NOWHERE = because(
  'no_such_address',
  'There is nothing at this address. What there is stands in /api/v1/openapi.json.',
)
const READS = because('reading_token', 'This token only reads.')
const NO_ID = because('not_readable', 'The Idempotency-Key is no UUID. Nothing was recorded.')
const NO_DRY_RUN = because('not_readable', 'dry_run is 1 or is left out. Nothing was recorded.')

/** Here? -> a token? -> of this phase? -> may it? Everything before a body is read. No cookie is looked at. */
export function enter(
  request: Request,
  row: { permission: Permission; phase: string | undefined },
  now: Date,
): Result<Admitted> {
  const misaddressed = whyMisaddressed(request.headers, readConfiguration())
  if (misaddressed !== null) return refuse(because('misaddressed', misaddressed))
  const admitted = admit(database(), request.headers, now)
  if (!admitted.ok) return admitted
  const { token, actor } = admitted.value
  if (row.phase !== undefined && row.phase !== token.phase)
    return refuse(because('other_phase', `This token is for the phase ${token.phase} and opens no other.`))
  if (token.role === null && row.permission !== 'record.read') return refuse(READS)
  if (!can(actor, row.permission)) return refuse(because('not_permitted', explainPermission(actor, row.permission)))
  return admitted
}

/** GET: the row of the address answers. */
export const readingDoor =
  (rows: readonly Reading[]) =>
  async (request: Request): Promise<Response> => {
    const { searchParams } = new URL(request.url)
    const now = new Date()
    const found = findRow(rows, request)
    const admitted = enter(request, { permission: 'record.read', phase: found?.params.phase }, now)
    if (!admitted.ok) return answerRefusal(admitted.refusal)
    if (found === null) return answerRefusal(NOWHERE)
    const asked = { db: database(), admitted: admitted.value, params: found.params, now, signal: request.signal }
    const read = await found.row.read(asked, searchParams)
    return read.ok ? answerJson({ ok: true, ...read.value }) : answerRefusal(read.refusal)
  }

/** POST: parse -> (files) -> token, rule and write in one transaction. The same verb, permission and rule as behind the form. */
export const verbDoor =
  (rows: readonly Verb[]) =>
  async (request: Request): Promise<Response> => {
    const found = findRow(rows, request)
    const permission = found?.row.permission ?? 'record.read'
    const admitted = enter(request, { permission, phase: found?.params.phase }, new Date())
    if (!admitted.ok) return refuseUnread(request, admitted.refusal)
    if (found === null) return refuseUnread(request, NOWHERE)
    const { row, params } = found
    const asked = readAsked(request)
    if (!asked.ok) return refuseUnread(request, asked.refusal)
    const { id, dryRun } = asked.value
    const body = await readBody(request)
    if (!body.ok) return answerRefusal(body.refusal)
    const prepared = await row.prepare(body.value, params, { now: new Date(), dryRun })
    if (!prepared.ok) return answerRefusal(prepared.refusal)

    const about = { gate: params.gate ?? null, failure: params.failure ?? null }
    const deed = { act: prepared.value, admitted: admitted.value, id, dryRun, weighs: row.weighs, about }
    // The moment of the write, not of the request's first byte: a body may take long.
    const performed = await withRetries(() => ok(perform(database(), deed, new Date())))
    if (!performed.ok) return answerRefusal(performed.refusal)
    const { result, unmet, head } = performed.value
    if (!result.ok) return answerRefusal(result.refusal, unmet)
    return answerJson(
      dryRun
        ? { ok: true, dryRun: true, would: result.value, unmet: quoteUntrusted(unmet), head }
        : { ok: true, recorded: result.value, head },
    )
  }

function findRow<Row extends { path: string }>(
  rows: readonly Row[],
  request: Request,
): { row: Row; params: PathParams } | null {
  const { pathname } = new URL(request.url)
  const path = pathname.startsWith(`${ROOT}/`) ? pathname.slice(ROOT.length) : ''
  for (const row of rows) {
    const params = matchPath(row.path, path)
    if (params !== null) return { row, params }
  }
  return null
}

/** How it is asked: under which id, and whether only to rehearse. */
function readAsked(request: Request): Result<{ id: string; dryRun: boolean }, ApiRefusal> {
  const key = request.headers.get('idempotency-key')
  const id = key === null ? ok(newCommandId()) : idOf(key)
  if (!id.ok) return id
  const dry = new URL(request.url).searchParams.get('dry_run')
  if (dry !== null && dry !== '1') return refuse(NO_DRY_RUN)
  return ok({ id: id.value, dryRun: dry === '1' })
}

function idOf(key: string): Result<string, ApiRefusal> {
  const parsed = CommandId.safeParse(key)
  return parsed.success ? ok(parsed.data) : refuse(NO_ID)
}
