export type FailureNames = ReadonlyMap<string, string>

const TOKEN = /[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?/gi

/**
 * What a word may mean: a failure's own name, or the beginning of exactly one name up to a hyphen ("bluesky" for bluesky-pds).
 * A beginning that two names share means neither.
 */
export function indexFailureNames(names: readonly string[]): FailureNames {
  const meanings = new Map<string, string | null>()
  for (const name of names) {
    for (let end = name.indexOf('-'); end > 0; end = name.indexOf('-', end + 1)) {
      const start = name.slice(0, end).toLowerCase()
      meanings.set(start, meanings.has(start) && meanings.get(start) !== name ? null : name)
    }
  }
  for (const name of names) meanings.set(name.toLowerCase(), name)
  const clear = new Map<string, string>()
  for (const [word, name] of meanings) if (name !== null) clear.set(word, name)
  return clear
}

/** The failures a text names, each once, in the order of the text. */
export function findMentions(text: string, names: FailureNames): string[] {
  if (names.size === 0) return []
  const found = new Set<string>()
  for (const [token] of text.matchAll(TOKEN)) {
    const name = names.get(token.toLowerCase())
    if (name !== undefined) found.add(name)
  }
  return [...found]
}

/** The failure a line begins with, and what follows its name. */
export function findLeadingFailure(text: string, names: FailureNames): { name: string; rest: string } | null {
  const found = /^[*`]*([a-z0-9](?:[a-z0-9._-]*[a-z0-9])?)[*`]*(?=[ :(,—–@=]|\*|$)/i.exec(text)
  const name = found?.[1] === undefined ? undefined : names.get(found[1].toLowerCase())
  return found && name !== undefined ? { name, rest: text.slice(found[0].length).trim() } : null
}
