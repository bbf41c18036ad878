import { expect, test } from 'vitest'
import { statusOf } from './api-refusal.ts'

test.each([
  ['the body cannot be read', 'not_readable', null, 400],
  ['nobody asks', 'no_token', null, 401],
  ['the token has ended', 'token_expired', null, 401],
  ['the token is for another phase', 'other_phase', null, 403],
  ['the role may not', 'not_permitted', null, 403],
  ['there is no such run', 'no_such_run', null, 404],
  ['there is no such evidence, which a field names', 'no_such_evidence', 'cites', 422],
  ['a field is wrong', 'fields', 'text', 422],
  ['a rule says no', 'judging_own_claim', null, 409],
  ['the id was used for something else', 'command_reused', null, 409],
  ['the record is busy', 'busy', null, 503],
  ['the ledger does not verify', 'ledger_damaged', null, 503],
])('%s', (_, reason, field, status) => expect(statusOf({ reason, field })).toBe(status))
