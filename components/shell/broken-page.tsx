import { Lede } from '#components/look/page-header.tsx'

/** What a person sees when the app itself failed: what to do, and the number under which the server’s log has the rest. */
export function BrokenPage({ digest }: { digest: string | undefined }) {
  return (
    <main id="main" className="mx-auto max-w-[876px] px-4 py-[18px] wide:px-7 wide:py-[26px]">
      <title>Not shown · Gatehouse</title>
      <h1 className="mb-1.5 text-xl leading-[1.2] font-semibold tracking-[-.018em]">This page could not be shown</h1>
      <Lede>
        Something in Gatehouse went wrong. Reload the page to try again. If you were submitting something, look whether
        it was recorded before you submit it again.
      </Lede>
      <p className="mt-4">
        {/* Not a link of the router: that may be what broke. */}
        <a href="/">To the phases</a>
      </p>
      {digest !== undefined && (
        <p className="mt-4 text-sm text-mute">
          If it stays so, tell the Operator this number: <code>{digest}</code>
        </p>
      )}
    </main>
  )
}
