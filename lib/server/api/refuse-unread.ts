import type { ApiRefusal } from '#lib/api/api-refusal.ts'
import { BodyNotWhole, bodyChunks } from '../uploads/body-chunks.ts'
import { answerRefusal } from './answer.ts'
import { MAX_BODY_BYTES } from './read-body.ts'

/**
 * Refuses before the body was looked at. What is small is read all the same and thrown away: a program that is still sending would see a
 * broken line instead of the sentence. The connection ends after a larger one.
 */
export async function refuseUnread(request: Request, refusal: ApiRefusal): Promise<Response> {
  const answer = answerRefusal(refusal)
  try {
    for await (const _ of bodyChunks(request, MAX_BODY_BYTES));
  } catch (error) {
    if (!(error instanceof BodyNotWhole)) throw error
    answer.headers.set('Connection', 'close')
  }
  return answer
}
