import { z } from 'zod'
import { evidenceRefs, failureId, phaseId, required } from '#lib/forms/fields.ts'
import { behaviours, PLAIN_WORDS_MAX, places } from './words.ts'

export const ProposeClassificationInput = z.object({
  phase: phaseId,
  failure: failureId,
  behaviour: z.enum(behaviours, 'Choose how the failure behaves.'),
  place: z.enum(places, 'Choose where the cause lies.'),
  cause: required('Say the root cause and its mechanism, in a sentence.', 1_000),
  plainWords: required('Say it in plain words, for somebody who has read nothing.', PLAIN_WORDS_MAX),
  cites: evidenceRefs,
})
export type ProposeClassificationInput = z.output<typeof ProposeClassificationInput>
