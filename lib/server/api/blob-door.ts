import type { Permission } from '#lib/people/permissions.ts'
import { because } from '#lib/result.ts'
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
    if (new URL(request.url).searchParams.has('dry_run')) return refuseUnread(request, NO_REHEARSAL)
    const received = await receiveBlob(request)
    if (!received.ok) return answerRefusal(received.refusal)
    const { digest, size } = received.value
    return answerJson({ ok: true, sha256: digest, size })
  }

const NO_REHEARSAL = because(
  'no_dry_run',
  'A file is kept or it is not: there is no dry run of it. Nothing was kept.',
  'dry_run',
)
