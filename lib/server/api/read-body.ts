import type { ApiRefusal } from '#lib/api/api-refusal.ts'
import type { Json } from '#lib/ledger/canonical-json.ts'
import { because, ok, type Result, refuse } from '#lib/result.ts'
import { BodyNotWhole, bodyChunks } from '../uploads/body-chunks.ts'

export type JsonObject = { readonly [name: string]: Json | undefined }

export const MAX_BODY_BYTES = 2 ** 20
const SENTENCES = {
  cut: because('not_readable', 'The body was cut off before its end. Nothing was recorded; send it again.'),
  malformed: because('not_readable', 'The body cannot be read. Nothing was recorded.'),
  too_large: because(
    'too_large',
    'The body is larger than 1 MiB, the most that is taken. Send files to /api/v1/blobs.',
  ),
}
const NOT_JSON = because('not_json', 'This address takes JSON: “Content-Type: application/json”.')
const NOT_READABLE = because('not_readable', 'The body is not JSON in UTF-8. Nothing was recorded.')
const NO_OBJECT = because('not_readable', 'The body is no JSON object. Nothing was recorded.')

/** The JSON object that was sent, at most 1 MiB of it. */
export async function readBody(request: Request): Promise<Result<JsonObject, ApiRefusal>> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json') return refuse(NOT_JSON)
  const chunks: Uint8Array[] = []
  try {
    for await (const chunk of bodyChunks(request, MAX_BODY_BYTES)) chunks.push(chunk)
  } catch (error) {
    if (error instanceof BodyNotWhole) return refuse(SENTENCES[error.reason])
    throw error
  }
  try {
    const body: Json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)))
    return isObject(body) ? ok(body) : refuse(NO_OBJECT)
  } catch {
    return refuse(NOT_READABLE)
  }
}

const isObject = (body: Json): body is JsonObject => typeof body === 'object' && body !== null && !Array.isArray(body)
