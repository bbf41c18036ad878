import { BodyNotWhole } from './body-chunks.ts'
import { createFieldCollector } from './form-fields.ts'
import { discardFiles, keepFiles } from './keep-files.ts'
import { createMultipartParser, feedParser } from './multipart-parser.ts'
import { type FileOutcome, receiveFile } from './receive-file.ts'
import {
  answer,
  bodyFaultSentences,
  type ReceiveAnswer,
  type ReceiveLimits,
  type ReceiveOptions,
} from './received-form.ts'

/** Streams a multipart form into the store. Files are kept only when the whole form arrived. */
export async function receiveMultipart(
  request: Request,
  contentType: string,
  options: ReceiveOptions,
  limits: ReceiveLimits,
): Promise<ReceiveAnswer> {
  const collector = createFieldCollector(limits)
  const outcomes: Promise<FileOutcome>[] = []
  const streams: { destroy(error: Error): void }[] = []
  const filled = new Set<string>()
  const received = { fields: collector.fields, files: [] }

  const parser = createMultipartParser(contentType, limits)
  if (parser === null) return answer(received, [{ field: null, sentence: bodyFaultSentences.malformed }])
  parser.on('field', (name: string | undefined, value, _nameCut, valueCut) => {
    if (name !== undefined) collector.add(name, value, valueCut)
  })
  parser.on('fieldsLimit', collector.refuseMore)
  parser.on('partsLimit', collector.refuseMore)
  parser.on('filesLimit', collector.refuseMore)
  parser.on('file', (field: string | undefined, stream, filename: string | undefined, _encoding, declaredType) => {
    stream.on('error', () => {}) // told to whoever reads it; without a listener it would end the process
    streams.push(stream)
    const part = { field: field ?? '', filename: filename ?? '', declaredType, stream }
    const outcome = receiveFile(part, filled.has(part.field), options)
    outcome.catch(() => {}) // awaited below; it may fail before
    outcomes.push(outcome)
    if (part.filename !== '') filled.add(part.field)
  })

  try {
    await feedParser(parser, request, limits.maxBodyBytes)
  } catch (error) {
    for (const stream of streams) stream.destroy(new BodyNotWhole('cut'))
    const refused = await discardFiles(outcomes, options.store)
    if (!(error instanceof BodyNotWhole)) throw error
    const fault = { field: null, sentence: bodyFaultSentences[error.reason] }
    // Too much in all is mostly one file that is too large: that is said first. After a cut each file only says it was cut.
    return answer(received, error.reason === 'too_large' ? [...refused, fault] : [fault])
  }
  const { files, refusals } = await keepFiles(await Promise.all(outcomes), options.store)
  return answer({ fields: collector.fields, files }, [...collector.refusals, ...refusals])
}
