import type { Json } from '#lib/ledger/canonical-json.ts'

type Schemas = { [name: string]: { readonly [key: string]: Json } }

const text = { type: 'string' }
const textOrNull = { type: ['string', 'null'] }
const whole = { type: 'integer' }

/** What the JSON door answers with, beside its rows. */
export const SCHEMAS: Schemas = {
  Head: { type: 'object', required: ['seq', 'hash'], properties: { seq: whole, hash: text } },
  Recorded: {
    type: 'object',
    required: ['seq', 'kind', 'phase', 'failure', 'subject'],
    properties: { seq: whole, kind: text, phase: textOrNull, failure: textOrNull, subject: textOrNull },
  },
  Unmet: {
    type: 'object',
    description: 'A requirement of a gate, or (gate null) a condition of DONE, that is not met.',
    properties: {
      ...{
        gate: textOrNull,
        failure: textOrNull,
        requirement: text,
        asks: text,
        answer: text,
        because: { $ref: '#/components/schemas/Untrusted' },
      },
      evidence: { type: 'array', items: text },
    },
  },
  Refusal: {
    type: 'object',
    required: ['ok', 'reason', 'sentence', 'field', 'unmet'],
    properties: {
      ...{ ok: { const: false }, reason: text, sentence: text, field: textOrNull },
      fields: { type: 'object', description: 'Every wrong field with its sentence.', additionalProperties: text },
      unmet: { type: 'array', items: { $ref: '#/components/schemas/Unmet' } },
    },
  },
  Untrusted: { type: 'object', required: ['untrustedText'], properties: { untrustedText: text } },
}

const HEAD = { $ref: '#/components/schemas/Head' }
const RECORDED = { $ref: '#/components/schemas/Recorded' }

const json = (description: string, schema: Json) => ({ description, content: { 'application/json': { schema } } })

export const ANSWERS = {
  recorded: {
    200: json('Recorded, or (dry_run) what would have been.', {
      oneOf: [
        {
          type: 'object',
          required: ['ok', 'recorded', 'head'],
          properties: { ok: { const: true }, recorded: RECORDED, head: HEAD },
        },
        {
          type: 'object',
          required: ['ok', 'dryRun', 'would', 'unmet', 'head'],
          properties: {
            ...{ ok: { const: true }, dryRun: { const: true }, would: RECORDED, head: HEAD },
            unmet: { type: 'array', items: { $ref: '#/components/schemas/Unmet' } },
          },
        },
      ],
    }),
  },
  read: {
    200: json('What is known.', {
      type: 'object',
      required: ['ok', 'head'],
      properties: { ok: { const: true }, head: HEAD },
    }),
  },
  kept: {
    200: json('Kept.', {
      type: 'object',
      required: ['ok', 'sha256', 'size'],
      properties: { ok: { const: true }, sha256: text, size: whole },
    }),
  },
}

const REFUSAL = { $ref: '#/components/schemas/Refusal' }

export const ERRORS = {
  400: json('Not readable.', REFUSAL),
  401: json('No token, an unknown one, or one that has ended.', REFUSAL),
  403: json('Not with this token, or not in this role.', REFUSAL),
  404: json('Nothing of this name.', REFUSAL),
  409: json('Refused by a rule; `unmet` lists what is missing.', REFUSAL),
  413: json('Too large.', REFUSAL),
  415: json('Not JSON.', REFUSAL),
  422: json('A field is wrong; `fields` names each.', REFUSAL),
  429: json('Asked too often at once.', REFUSAL),
  503: json('Not now: the record is busy, the disk is full, or the ledger does not verify.', REFUSAL),
}
