import { inReadableWords } from '#components/look/in-readable-words.ts'

/** Somebody's own words: text is text, line ends kept, nothing in it is a link or markup, and nothing turns or hides the rest. */
export function Quote({ mono = false, children }: { mono?: boolean; children: React.ReactNode }) {
  const look = mono ? 'rounded-small bg-nonebg px-2.5 py-1.5 font-mono text-xs' : 'max-w-[78ch]'
  return <p className={`whitespace-pre-wrap wrap-anywhere ${look}`}>{inReadableWords(children)}</p>
}
