import { because, type Refusal } from '#lib/result.ts'

/** Null: the quoted text has as many lines as the range says, so that a reader can lay it over the file. */
export function whyNotTheseLines({
  fromLine,
  toLine,
  lines,
}: {
  fromLine: number
  toLine: number
  lines: string
}): Refusal | null {
  if (toLine < fromLine) return because('lines_reversed', 'The last line comes before the first.', 'toLine')
  const named = toLine - fromLine + 1
  const quoted = lines.replace(/\n$/, '').split('\n').length
  if (named === quoted) return null
  return because(
    'lines_differ',
    `Lines ${fromLine} to ${toLine} are ${named}, and ${quoted} ${quoted === 1 ? 'was' : 'were'} quoted.`,
    'lines',
  )
}
