import { cache } from 'react'
import { evaluatePhase } from '#lib/gates/evaluate-phase.ts'

/** `evaluatePhase`, once per request: the frame and the page in it decide from the same facts at the same moment. */
export const decidePhase = cache(evaluatePhase)
