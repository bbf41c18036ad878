import { beginningOf } from '#lib/words/beginning-of.ts'
import { readableText } from '#lib/words/readable-text.ts'

/** Longer than this nobody reads it on the way to something else. */
const CALM = 320

/** Somebody's long words as a lede: how they begin, and the rest on demand. */
export function CalmWords({ children }: { children: string }) {
  const { beginning, rest } = beginningOf(readableText(children), CALM)
  if (rest === '') return <>{beginning}</>
  return (
    <>
      {beginning}
      <details className="mt-1">
        <summary className="text-sm">the rest</summary>
        <span className="mt-1 block whitespace-pre-wrap">{rest}</span>
      </details>
    </>
  )
}
