import { readConfiguration } from '../configuration.ts'
import { once } from '../once.ts'
import { type BlobStore, createBlobStore } from './blob-store.ts'

/** The evidence files of this installation. */
export const blobs = (): BlobStore => once('blobs', () => createBlobStore(readConfiguration().blobFolder))
