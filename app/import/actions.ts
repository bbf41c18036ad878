'use server'

import { importDraft } from '#db/phases/import-draft.ts'
import { addressOf, afterRecording } from '#lib/phases/addresses.ts'
import { ImportDraftInput } from '#lib/phases/review/inputs.ts'
import { defineAction } from '#lib/server/actions/define-action.ts'

export const submitImport = defineAction({
  permission: 'review.import',
  input: ImportDraftInput,
  run: importDraft,
  goTo: ({ seq, phase }) => afterRecording(phase === null ? '/' : addressOf.phase(phase), seq),
})
