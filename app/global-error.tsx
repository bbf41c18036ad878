'use client'

import './globals.css'
import { BrokenPage } from '#components/shell/broken-page.tsx'

/** For when the layout itself fails; it brings its own document. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en">
      <body>
        <BrokenPage digest={error.digest} />
      </body>
    </html>
  )
}
