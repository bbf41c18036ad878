'use server'

import { EnterPracticeInput, SignInInput } from '#lib/people/people-inputs.ts'
import { ok } from '#lib/result.ts'
import { defineBareAction } from '#lib/server/actions/define-bare-action.ts'
import { definePublicAction } from '#lib/server/actions/define-public-action.ts'
import { enterPractice } from '#lib/server/auth/enter-practice.ts'
import { sameSitePath } from '#lib/server/auth/same-site-path.ts'
import { signIn } from '#lib/server/auth/sign-in.ts'
import { signOut } from '#lib/server/auth/sign-out.ts'

export const submitSignIn = definePublicAction({
  input: SignInInput,
  run: async ({ email, password, next }, at) => {
    const signedIn = await signIn(email, password, at)
    return signedIn.ok ? ok(sameSitePath(next)) : signedIn
  },
})

export const submitEnterPractice = definePublicAction({
  input: EnterPracticeInput,
  run: async ({ role, next }) => {
    const entered = await enterPractice(role)
    return entered.ok ? ok(sameSitePath(next)) : entered
  },
})

export const submitSignOut = defineBareAction(async () => {
  await signOut()
  return '/sign-in'
})
