export type PathParams = { readonly [name: string]: string }

const PART = /^\{(\w+)\}$/

/** The names in a pattern such as `/phases/{phase}/gates/{gate}`, in their order. */
export const namesIn = (pattern: string): string[] => pattern.split('/').flatMap((part) => PART.exec(part)?.[1] ?? [])

/** What stands in an address where the pattern has names; null when it is another address. Parts are decoded, and none is empty. */
export function matchPath(pattern: string, path: string): PathParams | null {
  const wanted = pattern.split('/')
  const given = path.split('/')
  if (wanted.length !== given.length) return null
  const params: [string, string][] = []
  for (const [at, part] of wanted.entries()) {
    const name = PART.exec(part)?.[1]
    const text = decoded(given[at] ?? '')
    if (text === null || (name === undefined ? text !== part : text === '')) return null
    if (name !== undefined) params.push([name, text])
  }
  return Object.fromEntries(params)
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part)
  } catch {
    return null
  }
}
