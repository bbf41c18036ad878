import { z } from 'zod'
import { phaseId, required } from '#lib/forms/fields.ts'
import { askable } from './askable.ts'

const MOST_LETTERS = 4_000
const threadNumber = z.coerce.number().int().positive()

export const OpenThreadInput = z.object({
  phase: phaseId,
  about: required('Choose what the question is about.', 80),
  to: z.enum(askable, 'Choose whose answer is wanted.'),
  text: required('Write the question.', MOST_LETTERS),
})
export type OpenThreadInput = z.output<typeof OpenThreadInput>

export const ReplyInput = z.object({
  phase: phaseId,
  thread: threadNumber,
  text: required('Write the reply.', MOST_LETTERS),
})
export type ReplyInput = z.output<typeof ReplyInput>

export const SettleThreadInput = z.object({ phase: phaseId, thread: threadNumber })
export type SettleThreadInput = z.output<typeof SettleThreadInput>
