/** Gate ids that teams use: M1, U0, WC1.1, Q4.2, M2(c), DoD-1. Finding ids (F-redfix-1, F2-14c, A5-2) are none. */
export const GATE_ID = String.raw`(?:[A-Z]{1,4}|Do[dD]-)\d{1,4}(?:\.\d{1,4}){0,3}(?:\([a-z0-9]{1,3}\))?(?![\w-])`

const LEADING_IDS = new RegExp(String.raw`^(?:Gates?:? )?(${GATE_ID}(?: ?(?:\+|&|,|/|and) ?${GATE_ID}){0,9})`)
const EACH_ID = new RegExp(GATE_ID, 'g')
const SEPARATOR = /^ ?(?:—|–|--?|:|=)(?= |$) ?/

/** The gates a line begins with (one heading may name two), and what follows them; null when it begins with none. */
export function findLeadingGates(text: string): { ids: string[]; rest: string } | null {
  const found = LEADING_IDS.exec(text)
  const written = found?.[1]
  if (!found || written === undefined) return null
  return { ids: [...written.matchAll(EACH_ID)].map(([id]) => id), rest: text.slice(found[0].length) }
}

/** A line of a list of gates: id, dash or colon, criteria. The text may carry bold marks and backticks. */
export function findGateDefinition(text: string): { id: string; criteria: string } | null {
  const marked = new RegExp(String.raw`^[*\`]*(${GATE_ID})[*\`]*`).exec(text)
  const id = marked?.[1]
  if (!marked || id === undefined) return null
  // "**M1:** criteria": the colon stands inside the bold marks.
  const rest = text.slice(marked[0].length).replace(/^:\*\*/, ':')
  const separator = SEPARATOR.exec(rest)
  if (!separator && rest !== '') return null
  return { id, criteria: rest.slice(separator?.[0].length ?? 0).trim() }
}

/** The first gate named after the word "before". */
export function findGateAfterBefore(text: string): string | null {
  return new RegExp(String.raw`\b[Bb]efore (?:any |the |a |gate ){0,2}(${GATE_ID})`).exec(text)?.[1] ?? null
}
