import { z } from 'zod'
import { commit, failureId, moment, optional, phaseId, required } from '#lib/forms/fields.ts'

export const RecordObservationInput = z.object({
  phase: phaseId,
  failure: failureId,
  command: required('Which command was given, exactly?', 2_000),
  output: z
    .string('Paste what it printed.')
    .min(1, 'Paste what it printed.')
    .max(200_000, 'At most 200,000 characters: attach longer output as the log of a run.'),
  host: required('On which host?', 200),
  observedAt: moment('When was it observed?'),
})
export type RecordObservationInput = z.output<typeof RecordObservationInput>

const line = (sentence: string) => z.coerce.number(sentence).int(sentence).min(1, 'Lines count from 1.')

export const CiteCodeInput = z.object({
  phase: phaseId,
  failure: failureId,
  repository: required('In which repository?', 300),
  commit: commit('At which commit?'),
  path: required('Which file?', 500),
  fromLine: line('From which line?'),
  toLine: line('To which line?'),
  lines: z
    .string('Paste the lines themselves.')
    .min(1, 'Paste the lines themselves.')
    .max(100_000, 'At most 100,000 characters.'),
  shows: optional(500),
})
export type CiteCodeInput = z.output<typeof CiteCodeInput>
