import type { BlobStore } from '../blobs/blob-store.ts'
import { type FileOutcome, isStaged } from './receive-file.ts'
import type { ReceivedFile, UploadRefusal } from './received-form.ts'

const isRefusal = (outcome: FileOutcome): outcome is UploadRefusal => outcome !== null && 'sentence' in outcome

/** Keeps the staged files of a form that arrived whole; a file the disk does not take is refused beside its field. */
export async function keepFiles(outcomes: readonly FileOutcome[], store: BlobStore) {
  const files: ReceivedFile[] = []
  const refusals = outcomes.filter(isRefusal)
  for (const { field, filename, declaredType, blob } of outcomes.filter(isStaged)) {
    const kept = await store.keep(blob)
    if (kept.ok) files.push({ field, filename, digest: kept.value.digest, size: kept.value.size, declaredType })
    else refusals.push({ field, sentence: kept.refusal.sentence })
  }
  return { files, refusals }
}

/** Waits until every part has come to its end, leaves nothing of any, and answers what was refused. */
export async function discardFiles(
  outcomes: readonly Promise<FileOutcome>[],
  store: BlobStore,
): Promise<UploadRefusal[]> {
  const refusals: UploadRefusal[] = []
  for (const settled of await Promise.allSettled(outcomes)) {
    if (settled.status === 'rejected') continue // read while the form broke off
    if (isStaged(settled.value)) await store.discard(settled.value.blob)
    if (isRefusal(settled.value)) refusals.push(settled.value)
  }
  return refusals
}
