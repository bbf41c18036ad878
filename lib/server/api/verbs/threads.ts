import { openThread } from '#db/threads/open-thread.ts'
import { reply } from '#db/threads/reply.ts'
import { settleThread } from '#db/threads/settle-thread.ts'
import { OpenThreadInput, ReplyInput, SettleThreadInput } from '#lib/threads/inputs.ts'
import { type Verb, verb } from '../verb.ts'
import { PHASE } from './paths.ts'

/** Questions. */
export const THREAD_VERBS: readonly Verb[] = [
  verb({
    name: 'openThread',
    path: `${PHASE}/threads`,
    permission: 'thread.open',
    summary: 'Ask a question about something on record.',
    input: OpenThreadInput,
    run: openThread,
  }),
  verb({
    name: 'reply',
    path: `${PHASE}/threads/{thread}/replies`,
    permission: 'thread.reply',
    summary: 'Reply in a thread.',
    input: ReplyInput,
    run: reply,
  }),
  verb({
    name: 'settleThread',
    path: `${PHASE}/threads/{thread}/settle`,
    permission: 'thread.reply',
    summary: 'Settle a thread.',
    input: SettleThreadInput,
    run: settleThread,
  }),
]
