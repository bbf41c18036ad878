import { z } from 'zod'
import { failureOrWhole, optionalMoment, phaseId, required } from '#lib/forms/fields.ts'
import { noteKinds } from './note-kinds.ts'

export const WriteNoteInput = z.object({
  phase: phaseId,
  failure: failureOrWhole,
  note: z.enum(noteKinds, 'Choose what kind of note this is.'),
  text: required('Write the note.', 20_000),
  statedAt: optionalMoment,
})
export type WriteNoteInput = z.output<typeof WriteNoteInput>

export const UnfoldReasoningInput = z.object({ phase: phaseId, seq: z.coerce.number().int().positive() })
export type UnfoldReasoningInput = z.output<typeof UnfoldReasoningInput>
