import type { BlobStore } from '../blobs/blob-store.ts'
import type { BodyFault } from './body-chunks.ts'

/** A file that lies in the store. `filename` and `declaredType` are what the sender said: labels, never paths, never believed. */
export type ReceivedFile = { field: string; filename: string; digest: string; size: number; declaredType: string }

/** Fields in the order sent, repeated ones together, line ends as \n; at most one file for each field. */
export type ReceivedForm = { fields: Map<string, string[]>; files: ReceivedFile[] }

/** `field` is the input the sentence belongs beside; null when it is about the whole form. */
export type UploadRefusal = { field: string | null; sentence: string }

/**
 * Refused: the first refusal, the others, and what was typed, so that the form can be shown again. Files that were in order are
 * kept and listed too, unless the form did not arrive whole: then no file was kept.
 */
export type ReceiveAnswer =
  | { ok: true; value: ReceivedForm }
  | { ok: false; refusal: UploadRefusal; others: UploadRefusal[]; received: ReceivedForm }

export type FileRule = {
  maxBytes: number
  /** How the sentences call it; "log" gives "The log file is empty.". The field's name unless said. */
  label?: string
}

export type ReceiveOptions = {
  store: BlobStore
  files: Record<string, FileRule>
  /** Of one field, in bytes; 64 KiB unless said. */
  maxFieldBytes?: number
  /** 200 unless said. */
  maxFields?: number
  /** Of everything sent. A file that is too large is read to its end, or the sender would see a broken line instead of the reason: 8 GiB unless said. */
  maxBodyBytes?: number
}

export type ReceiveLimits = { maxFieldBytes: number; maxFields: number; maxBodyBytes: number }

export function answer(received: ReceivedForm, refusals: readonly UploadRefusal[]): ReceiveAnswer {
  const [refusal, ...others] = refusals
  return refusal === undefined ? { ok: true, value: received } : { ok: false, refusal, others, received }
}

/** What is said of a form that did not arrive whole, by what went wrong with its body. */
export const bodyFaultSentences = {
  cut: 'The form was cut off before its end, and no file of it was kept. Send it again.',
  too_large: 'More was sent than a form may hold. The rest was not read, and no file was kept.',
  malformed: 'The form is not built as a form is, and no file of it was kept.',
} satisfies Record<BodyFault, string>
