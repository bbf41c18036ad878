import type { Refusal } from '#lib/result.ts'

/** A refusal as a program gets it. `fields`: every field that is wrong, by its name (`parts.mumble.what`). */
export type ApiRefusal = Refusal & { fields?: { [field: string]: string } }

/** Where the reason alone says the HTTP status. */
const STATUS: { [reason: string]: number } = {
  not_readable: 400,
  no_token: 401,
  unknown_token: 401,
  token_revoked: 401,
  token_expired: 401,
  role_lost: 403,
  not_permitted: 403,
  reading_token: 403,
  other_phase: 403,
  no_such_address: 404,
  command_reused: 409,
  too_large: 413,
  not_json: 415,
  misaddressed: 421,
  fields: 422,
  too_many: 429,
  busy: 503,
  storage: 503,
  ledger_damaged: 503,
}

/** 404 for what is not there, 422 for a wrong field, 409 for everything else that a rule refuses. */
export function statusOf({ reason, field }: Pick<ApiRefusal, 'reason' | 'field'>): number {
  const known = STATUS[reason]
  if (known !== undefined) return known
  if (field !== null) return 422
  return reason.startsWith('no_such_') ? 404 : 409
}
