import { beginningOf } from '#lib/words/beginning-of.ts'
import { readableText } from '#lib/words/readable-text.ts'
import type { ThreadFacts } from './thread-facts.ts'

/** Longer than this a question is read on its own page. */
const SHORT = 140

/** How the question begins, for a list of questions. */
export const beginQuestion = ({ messages }: Pick<ThreadFacts, 'messages'>): string =>
  beginningOf(readableText(messages[0]?.text ?? ''), SHORT).beginning
