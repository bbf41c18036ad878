import { blobDoor } from '#lib/server/api/blob-door.ts'

/** Bytes of evidence, before the run that names them. */
export const POST = blobDoor({ permission: 'evidence.attach' })
