/** What a file operation or SQLite answers when the folder cannot be used, by the beginning of its code. */
const FAULTS = [
  ['EROFS', 'the disk is read-only.'],
  ['EACCES', 'this user may not write there.'],
  ['EPERM', 'this user may not write there.'],
  ['EEXIST', 'a file stands where a folder must be.'],
  ['ENOTDIR', 'a file stands where a folder must be.'],
  ['EISDIR', 'a folder stands where a file must be.'],
  ['ENOSPC', 'the disk is full.'],
  ['EDQUOT', 'the disk is full.'],
  ['EIO', 'the disk failed.'],
  ['SQLITE_FULL', 'the disk is full.'],
  ['SQLITE_READONLY', 'the database is read-only for this user.'],
  ['SQLITE_CANTOPEN', 'the database cannot be opened there.'],
  ['SQLITE_IOERR', 'the disk failed.'],
] as const

/** Why the data folder cannot be used, in a sentence; null when the error says nothing about a disk. */
export function explainFault(error: unknown, dataFolder: string): string | null {
  if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) return null
  const { code } = error
  const because = FAULTS.find(([beginning]) => code.startsWith(beginning))?.[1]
  return because === undefined ? null : `The data folder ${dataFolder} cannot be written: ${because}`
}
