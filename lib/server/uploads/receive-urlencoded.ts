import { BodyNotWhole, bodyChunks } from './body-chunks.ts'
import { createFieldCollector } from './form-fields.ts'
import { answer, bodyFaultSentences, type ReceiveAnswer, type ReceiveLimits } from './received-form.ts'

/** In memory: more than this is no form that anyone typed. */
const MAX_BYTES = 4 * 2 ** 20

/** A form without files, as a browser without JavaScript sends it when no `enctype` is set. */
export async function receiveUrlencoded(request: Request, limits: ReceiveLimits): Promise<ReceiveAnswer> {
  const collector = createFieldCollector(limits)
  const received = { fields: collector.fields, files: [] }
  const chunks: Uint8Array[] = []
  try {
    for await (const chunk of bodyChunks(request, Math.min(MAX_BYTES, limits.maxBodyBytes))) chunks.push(chunk)
  } catch (error) {
    if (!(error instanceof BodyNotWhole)) throw error
    return answer(received, [{ field: null, sentence: bodyFaultSentences[error.reason] }])
  }
  for (const [name, value] of new URLSearchParams(Buffer.concat(chunks).toString('utf8')))
    collector.add(name, value, Buffer.byteLength(value) > limits.maxFieldBytes)
  return answer(received, collector.refusals)
}
