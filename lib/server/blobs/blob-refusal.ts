/** Why a blob was not taken or cannot be given. A person reads `sentence`. */
export type BlobRefusal = {
  reason: 'too_large' | 'cut' | 'disk_full' | 'not_written' | 'not_a_digest' | 'missing' | 'damaged'
  sentence: string
}

const errorCode = (error: unknown) =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null

/** Turns what a file operation threw into a refusal. What is no answer of the file system is a bug and is thrown on. */
export function refusalOfDisk(error: unknown): BlobRefusal {
  const code = errorCode(error)
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return { reason: 'disk_full', sentence: 'The disk of this server is full; the file was not kept.' }
  if (code === null || code.startsWith('ERR_')) throw error
  return {
    reason: 'not_written',
    sentence: `The disk of this server did not take the file (${code}); it was not kept.`,
  }
}

/** The same for reading back what is there. */
export function refusalOfReading(error: unknown): BlobRefusal {
  const code = errorCode(error)
  if (code === null || code.startsWith('ERR_')) throw error
  return { reason: 'damaged', sentence: `The disk of this server does not give the file back (${code}).` }
}

export const isMissing = (error: unknown): boolean => errorCode(error) === 'ENOENT'
