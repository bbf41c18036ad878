import type { Permission } from '#lib/people/permissions.ts'
import { answerJson, answerRefusal } from './answer.ts'
import { enter } from './door.ts'
import { receiveBlob } from './receive-blob.ts'
import { refuseUnread } from './refuse-unread.ts'

/** POST: the bytes of a file, to be named by a run afterwards. The permission is asked in the token's phase. */
export const blobDoor =
  ({ permission }: { permission: Permission }) =>
  async (request: Request): Promise<Response> => {
    const admitted = enter(request, { permission, phase: undefined }, new Date())
    if (!admitted.ok) return refuseUnread(request, admitted.refusal)
    const received = await receiveBlob(request)
    if (!received.ok) return answerRefusal(received.refusal)
    const { digest, size } = received.value
    return answerJson({ ok: true, sha256: digest, size })
  }
