import { createHash } from 'node:crypto'
import { lstatSync, mkdtempSync, readlinkSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * The folder by a name without spaces, because the lists of a host file are split at them. The usual name in the folder for temporary files
 * may be guessed, so it is believed only as our own link to this very folder; where it is anything else, a new one is made out of reach.
 */
export function plainFolder(folder: string, temporary = tmpdir()): string {
  if (!/\s/.test(folder)) return folder
  const usual = join(temporary, `gatehouse-practice-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`)
  if (linked(folder, usual) || isOurs(usual, folder)) return usual
  const fresh = join(mkdtempSync(join(temporary, 'gatehouse-practice-')), 'folder')
  symlinkSync(folder, fresh)
  return fresh
}

/** Whether the name was free. */
function linked(folder: string, name: string): boolean {
  try {
    symlinkSync(folder, name)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

function isOurs(name: string, folder: string): boolean {
  const held = lstatSync(name, { throwIfNoEntry: false })
  return held?.isSymbolicLink() === true && held.uid === process.getuid?.() && readlinkSync(name) === folder
}
