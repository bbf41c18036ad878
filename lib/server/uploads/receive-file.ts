import type { Readable } from 'node:stream'
import { plainSize } from '../blobs/plain-size.ts'
import type { StagedBlob } from '../blobs/stage-blob.ts'
import { fileLabel } from './file-label.ts'
import type { ReceiveOptions, UploadRefusal } from './received-form.ts'

/** One file part of the form. `filename` is '' for an input left empty. */
export type FilePart = { field: string; filename: string; declaredType: string; stream: Readable }

export type StagedFile = { field: string; filename: string; declaredType: string; blob: StagedBlob }

/** Staged, refused, or absent: an input that was left empty. */
export type FileOutcome = StagedFile | UploadRefusal | null

export const isStaged = (outcome: FileOutcome): outcome is StagedFile => outcome !== null && 'blob' in outcome

/** Reads a part to its end and answers how many bytes it had: the form comes on only when each part was read. */
async function drain(stream: Readable): Promise<number> {
  let size = 0
  for await (const chunk of stream) size += chunk.length
  return size
}

async function refusePart(part: FilePart, refusal: UploadRefusal): Promise<FileOutcome> {
  const size = await drain(part.stream)
  return part.filename === '' && size === 0 ? null : refusal
}

/** Stages one file part. `isSecond`: the field had a file already. The stream is read to its end whatever the answer. */
export async function receiveFile(part: FilePart, isSecond: boolean, options: ReceiveOptions): Promise<FileOutcome> {
  const { field, filename, declaredType, stream } = part
  const rule = Object.hasOwn(options.files, field) ? options.files[field] : undefined
  if (rule === undefined)
    return refusePart(part, { field: null, sentence: `The form takes no file as “${fileLabel(field)}”.` })
  const label = rule.label ?? field
  if (isSecond) return refusePart(part, { field, sentence: `Only one ${label} file is taken.` })

  // Not destroyed when staging stops early: the parser would wait for ever for someone to read the rest.
  const staged = await options.store.stage(stream.iterator({ destroyOnReturn: false }), rule)
  if (!staged.ok) {
    stream.resume()
    const { reason, sentence } = staged.refusal
    if (reason !== 'too_large') return { field, sentence }
    return { field, sentence: `The ${label} file is larger than ${plainSize(rule.maxBytes)}, the most that is taken.` }
  }
  if (staged.value.size > 0) return { field, filename: fileLabel(filename), declaredType, blob: staged.value }
  await options.store.discard(staged.value)
  return filename === '' ? null : { field, sentence: `The ${label} file is empty.` }
}
