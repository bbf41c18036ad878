import { Busboy } from '@fastify/busboy'
import { BodyNotWhole, bodyChunks } from './body-chunks.ts'
import type { ReceiveLimits } from './received-form.ts'

/** More inputs for files than any form has. */
const MAX_FILES = 50

/** Null when the content type names no boundary, or one too long to be one. */
export function createMultipartParser(contentType: string, limits: ReceiveLimits): Busboy | null {
  try {
    return new Busboy({
      headers: { 'content-type': contentType },
      preservePath: true, // an input left empty and a file named "../" must stay two things
      // No chunk waits in the parser: it throws on part headers named like members of an object ("constructor: x"), and out of
      // a buffer it would throw where nobody can catch it and end the process.
      highWaterMark: 1,
      limits: {
        fieldSize: limits.maxFieldBytes,
        fields: limits.maxFields,
        files: MAX_FILES,
        parts: limits.maxFields + MAX_FILES,
        headerPairs: 20,
        headerSize: 16 * 1024,
      },
    })
  } catch {
    return null
  }
}

function write(parser: Busboy, chunk: Uint8Array): Promise<void> {
  return new Promise((taken, reject) => {
    try {
      parser.write(chunk, () => taken())
    } catch {
      reject(new BodyNotWhole('malformed'))
    }
  })
}

/** Gives the parser the body at the pace at which its parts are read. Throws BodyNotWhole when the body or its form is broken. */
export async function feedParser(parser: Busboy, request: Request, maxBytes: number): Promise<void> {
  const settled = new Promise<void>((resolve, reject) => {
    parser.once('finish', resolve)
    // The parser's one error: the body ended before its last boundary.
    parser.on('error', () => reject(new BodyNotWhole('cut')))
  })
  settled.catch(() => {}) // asked below, each time
  for await (const chunk of bodyChunks(request, maxBytes)) await Promise.race([settled, write(parser, chunk)])
  parser.end()
  await settled
}
