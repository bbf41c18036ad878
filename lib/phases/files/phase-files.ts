import type { PhaseCopy } from './phase-copy.ts'
import { printReviewFile } from './print-review-file.ts'
import { printStatusFile } from './print-status-file.ts'

/** The files that teams keep of a phase and that can be copied out of its record. */
const PHASE_FILES = { REVIEW: printReviewFile, STATUS: printStatusFile } as const satisfies Record<
  string,
  (copy: PhaseCopy) => string
>
export type PhaseFile = keyof typeof PHASE_FILES

export const phaseFileName = (file: PhaseFile, phase: string): string => `${file}-${phase}.md`

/** The file of this phase that is called so; null for any other name. */
export function findPhaseFile(phase: string, name: string): { print: (copy: PhaseCopy) => string } | null {
  if (name === phaseFileName('REVIEW', phase)) return { print: PHASE_FILES.REVIEW }
  return name === phaseFileName('STATUS', phase) ? { print: PHASE_FILES.STATUS } : null
}
