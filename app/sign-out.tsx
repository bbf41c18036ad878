import { submitSignOut } from '#app/sign-in/actions.ts'

export function SignOut() {
  return (
    <form action={submitSignOut}>
      <button type="submit" className="cursor-pointer underline underline-offset-3 hover:text-ink">
        Sign out
      </button>
    </form>
  )
}
