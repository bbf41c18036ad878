'use server'

import { JoinInput, TakeRoleInput } from '#lib/people/people-inputs.ts'
import { ok } from '#lib/result.ts'
import { definePublicAction } from '#lib/server/actions/define-public-action.ts'
import { join, takeRole } from '#lib/server/auth/join.ts'

export const submitJoin = definePublicAction({
  input: JoinInput,
  run: async (input, at) => {
    const joined = await join(input, at)
    return joined.ok ? ok('/') : joined
  },
})

/** For who is signed in already. */
export const submitTakeRole = definePublicAction({
  input: TakeRoleInput,
  run: async ({ token }, at) => {
    const taken = await takeRole(token, at)
    return taken.ok ? ok('/') : taken
  },
})
