'use server'

import { openThread } from '#db/threads/open-thread.ts'
import { reply } from '#db/threads/reply.ts'
import { settleThread } from '#db/threads/settle-thread.ts'
import { addressOf, afterRecording } from '#lib/phases/addresses.ts'
import { defineAction } from '#lib/server/actions/define-action.ts'
import { OpenThreadInput, ReplyInput, SettleThreadInput } from '#lib/threads/inputs.ts'
import { parseThreadSubject } from '#lib/threads/thread-subject.ts'

export const submitQuestion = defineAction({
  permission: 'thread.open',
  input: OpenThreadInput,
  run: openThread,
  goTo: ({ seq, subject }, { phase }) => {
    const thread = parseThreadSubject(subject ?? '')
    return afterRecording(thread === null ? addressOf.threads(phase) : addressOf.thread(phase, thread), seq)
  },
})

export const submitReply = defineAction({
  permission: 'thread.reply',
  input: ReplyInput,
  run: reply,
  goTo: ({ seq }, { phase, thread }) => afterRecording(addressOf.thread(phase, thread), seq),
})

export const submitSettling = defineAction({
  permission: 'thread.reply',
  input: SettleThreadInput,
  run: settleThread,
  goTo: ({ seq }, { phase, thread }) => afterRecording(addressOf.thread(phase, thread), seq),
})
