import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { namesIn } from '#lib/api/match-path.ts'
import { openApi } from '#lib/api/open-api.ts'
import { PERMISSIONS, permissions } from '#lib/people/permissions.ts'
import { READINGS } from './readings.ts'
import { VERBS } from './verbs.ts'

/** The parts of OpenAPI 3.1 and JSON Schema 2020-12 that are used here; anything else in the document fails. */
const Schema: z.ZodType = z.lazy(() =>
  z.strictObject({
    $ref: z
      .string()
      .regex(/^#\/components\/schemas\/\w+$/)
      .optional(),
    type: z.union([z.string(), z.array(z.string())]).optional(),
    description: z.string().optional(),
    default: z.unknown().optional(),
    const: z.unknown().optional(),
    enum: z.array(z.unknown()).min(1).optional(),
    format: z.string().optional(),
    pattern: z.string().optional(),
    ...Object.fromEntries(
      ['minLength', 'maxLength', 'minimum', 'maximum', 'exclusiveMinimum', 'minItems', 'maxItems'].map((name) => [
        name,
        z.number().optional(),
      ]),
    ),
    properties: z.record(z.string(), Schema).optional(),
    required: z.array(z.string()).optional(),
    propertyNames: Schema.optional(),
    additionalProperties: z.union([z.boolean(), Schema]).optional(),
    items: Schema.optional(),
    anyOf: z.array(Schema).optional(),
    oneOf: z.array(Schema).optional(),
    allOf: z.array(Schema).optional(),
  }),
)
const Content = z.record(z.string(), z.strictObject({ schema: Schema }))
const Operation = z.strictObject({
  operationId: z.string(),
  summary: z.string().regex(/\.$/),
  description: z.string(),
  parameters: z.array(
    z.strictObject({
      name: z.string(),
      in: z.enum(['path', 'query', 'header']),
      required: z.boolean().optional(),
      description: z.string().optional(),
      schema: Schema,
    }),
  ),
  requestBody: z.strictObject({ required: z.literal(true), content: Content }).optional(),
  responses: z.record(z.string().regex(/^\d{3}$/), z.strictObject({ description: z.string(), content: Content })),
})
const Document = z.strictObject({
  openapi: z.literal('3.1.0'),
  info: z.strictObject({ title: z.string(), version: z.string(), description: z.string() }),
  servers: z.array(z.strictObject({ url: z.string() })),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  paths: z.record(z.string().regex(/^\//), z.partialRecord(z.enum(['get', 'post']), Operation)),
  components: z.strictObject({
    securitySchemes: z.record(z.string(), z.unknown()),
    schemas: z.record(z.string(), Schema),
  }),
})

const document = Document.parse(JSON.parse(JSON.stringify(openApi(VERBS, READINGS))))
const operations = Object.values(document.paths).flatMap((path) => Object.values(path))

test('every verb and every reading stands in the document, and nothing else but the files', () => {
  const rows = [...VERBS, ...READINGS].map(({ name }) => name)
  expect(operations.map(({ operationId }) => operationId).sort()).toEqual([...rows, 'keepFile'].sort())
  expect(new Set(rows).size).toBe(rows.length)
})

describe.each(VERBS.map((row) => [row.name, row] as const))('%s', (_, { path, input, permission }) => {
  const operation = document.paths[path]?.post
  const body = operation?.requestBody?.content['application/json']?.schema

  test('names in its path only fields of its input, the phase first', () => {
    expect(Object.keys(input.shape)).toEqual(expect.arrayContaining(namesIn(path)))
    expect(namesIn(path)[0]).toBe('phase')
  })
  test('says every other field in its body', () => {
    const fields = Object.keys(input.shape).filter((name) => !namesIn(path).includes(name))
    const said = z.object({ properties: z.record(z.string(), z.unknown()) }).parse(body).properties
    expect(Object.keys(said).sort()).toEqual(fields.sort())
  })
  test('says who may', () => {
    expect(operation?.description).toBe(`Permission ${permission}: ${PERMISSIONS[permission].join(', ')}.`)
  })
})

test('every reference leads to a schema', () => {
  const named = [...JSON.stringify(document).matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name ?? '')
  expect(Object.keys(document.components.schemas)).toEqual(expect.arrayContaining([...new Set(named)]))
})

/** What a program cannot do, each with its reason. */
const BY_HAND = {
  'phase.open': 'a token belongs to a phase that is open',
  'review.import': 'a file is shown and ticked by a person',
  'token.issue': 'a token must not make tokens',
  'token.revoke': 'a person ends a token',
  'host.configure': 'a host belongs to no phase, and a person compares its key',
  'host.probe': 'what a host said last is read; people ask it',
  'person.invite': 'people let people in',
  'role.withdraw': 'people let people in',
  'record.read': 'is what readings ask',
}

test('every permission has a verb here, or a reason why not', () => {
  const used = VERBS.map(({ permission }) => permission)
  expect(permissions.filter((name) => !used.includes(name)).sort()).toEqual(Object.keys(BY_HAND).sort())
})
