'use server'

import { attachFix } from '#db/fixes/attach-fix.ts'
import { updateFix } from '#db/fixes/update-fix.ts'
import { AttachFixInput, UpdateFixInput } from '#lib/fixes/inputs.ts'
import { addressOf, afterRecording } from '#lib/phases/addresses.ts'
import { defineAction } from '#lib/server/actions/define-action.ts'

export const submitFix = defineAction({
  permission: 'fix.attach',
  input: AttachFixInput,
  run: attachFix,
  goTo: ({ seq }, { phase, failure }) => afterRecording(addressOf.failure(phase, failure), seq),
})

export const submitFixStanding = defineAction({
  permission: 'fix.update',
  input: UpdateFixInput,
  run: updateFix,
  goTo: ({ seq, failure }, { phase }) =>
    afterRecording(failure === null ? addressOf.phase(phase) : addressOf.failure(phase, failure), seq),
})
