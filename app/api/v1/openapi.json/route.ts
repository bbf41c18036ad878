import { openApi } from '#lib/api/open-api.ts'
import { answerJson } from '#lib/server/api/answer.ts'
import { READINGS } from '#lib/server/api/readings.ts'
import { VERBS } from '#lib/server/api/verbs.ts'
import { sameOriginResponse } from '#lib/server/refuse-foreign.ts'

/** What the door for programs takes and answers, from the tables that serve it. It tells nothing of the record. */
export function GET(request: Request): Response {
  return sameOriginResponse(request) ?? answerJson(openApi(VERBS, READINGS))
}
