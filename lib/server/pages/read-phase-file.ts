import { findPhaseCopy } from '#db/phases/find-phase-copy.ts'
import { addressOf } from '#lib/phases/addresses.ts'
import { findPhaseFile } from '#lib/phases/files/phase-files.ts'
import { readConfiguration } from '../configuration.ts'
import { database } from '../database.ts'

/**
 * The text of REVIEW-<phase>.md or STATUS-<phase>.md as the record stands, judged at `now`; null for any other name, and for a phase that is not
 * there. Asks for no permission. `asked`: the origin of the request, which stands in the file where the installation has no address of its own.
 */
export function readPhaseFile(phase: string, name: string, asked: string, now: Date): string | null {
  const file = findPhaseFile(phase, name)
  if (file === null) return null
  const origin = readConfiguration().origin?.origin ?? asked
  const copy = findPhaseCopy(database(), phase, { recordAt: `${origin}${addressOf.phase(phase)}` }, now)
  return copy && file.print(copy)
}
