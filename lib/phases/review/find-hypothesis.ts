const QUOTED =
  /\b(?:original|originally|recorded|canon|first)\b[^"“”().]{0,80}\b(?:hypothesis|cause)\b[ :=]{0,3}\(?["“]([^"”]{1,400})["”]/i
const LABELLED =
  /\b(?:swept red as|recorded (?:as|cause)|(?:original|recorded|canon) hypothesis) ?[:=] ?["“]?([^;"”]{1,400})/i

const BEFORE = /^[ :—–(-]*$/
const AFTER = /^["”). ]*$/

/** The cause that was recorded at first, as far as the words name one: `original canon hypothesis ("…")`, `swept red as: …`. */
export function findHypothesis(text: string): string | null {
  const words = QUOTED.exec(text)?.[1] ?? LABELLED.exec(text)?.[1]
  return words?.trim().replace(/\.$/, '') || null
}

/** True for words that name a recorded cause and say nothing else: "— swept red as: crash loop". */
export function isOnlyHypothesis(words: string): boolean {
  const found = LABELLED.exec(words)
  return (
    found !== null && BEFORE.test(words.slice(0, found.index)) && AFTER.test(words.slice(found.index + found[0].length))
  )
}
