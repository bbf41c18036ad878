/** The lines without the indent that all of them share: a file that was pasted into an indented block is the same file. */
export function withoutMargin(lines: readonly string[]): readonly string[] {
  let margin: string | null = null
  for (const line of lines) {
    if (line.trim() === '') continue
    const indent = /^[ \t]*/.exec(line)?.[0] ?? ''
    margin = margin === null ? indent : sharedStart(margin, indent)
    if (margin === '') return lines
  }
  const width = margin?.length ?? 0
  return width === 0 ? lines : lines.map((line) => line.slice(width))
}

function sharedStart(one: string, other: string): string {
  let length = 0
  while (length < one.length && one[length] === other[length]) length++
  return one.slice(0, length)
}
