/** One line of words: runs of whitespace become one space. */
export const fold = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Without bold marks; what stands between backticks stays as it is. */
export function withoutBold(text: string): string {
  if (!text.includes('**')) return text
  return text
    .split('`')
    .map((part, index) => (index % 2 === 0 ? part.replaceAll('**', '') : part))
    .join('`')
}

/** Without bold marks and backticks: for comparing with words, not for keeping. */
export const bare = (text: string): string => text.replace(/[*`]/g, '').trim()

/** Joins lines that were one. A rendering breaks the line before a code span, so nothing is put between `(` and the span. */
export function joinLines(lines: readonly string[]): string {
  let joined = ''
  let before = ''
  for (const line of lines) {
    joined += before === '' || before.endsWith('(') || before.endsWith('[') ? line : ` ${line}`
    before = line
  }
  return joined.trim()
}

/** Cut after `.`, `!` or `?` (and closing quotes) where a capital letter follows. Nothing is lost but the space between. */
export function sentences(text: string): string[] {
  return text.split(/(?<=[.!?]["”')\]]{0,3}) (?=["“(*`]{0,2}[A-Z])/)
}

export const saysSomething = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)
