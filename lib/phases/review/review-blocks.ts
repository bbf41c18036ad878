import type { ReviewLine } from './review-lines.ts'
import { joinLines, withoutBold } from './review-words.ts'

/** A point of a list or a paragraph, its lines joined. */
export type ReviewBlock = {
  mark: 'item' | 'paragraph'
  depth: number
  box: string | null
  text: string
  line: number
  lines: ReviewLine[]
}

type OpenBlock = Omit<ReviewBlock, 'text'>

/** Joins lines into points and paragraphs. `startsAnew` names the lines that begin a paragraph without a blank line above ("Mission: …"). */
export function joinBlocks(
  lines: readonly ReviewLine[],
  startsAnew: (line: ReviewLine) => boolean = () => false,
): ReviewBlock[] {
  const open: OpenBlock[] = []
  let afterBlank = true
  for (const line of lines) {
    const current = open.at(-1)
    if (line.mark === 'item')
      open.push({ mark: 'item', depth: line.depth, box: line.box, line: line.line, lines: [line] })
    else if (line.mark !== 'blank') {
      if (current && line.mark === 'text' && !startsAnew(line) && (!afterBlank || belongsTo(current, line)))
        current.lines.push(line)
      else open.push({ mark: 'paragraph', depth: line.depth, box: null, line: line.line, lines: [line] })
    }
    afterBlank = line.mark === 'blank' || line.mark === 'heading'
  }
  return open.map((block) => ({ ...block, text: withoutBold(joinLines(block.lines.map(({ text }) => text))) }))
}

/** After a blank line a text still belongs to the point above when it is indented under it. */
const belongsTo = (block: OpenBlock, line: ReviewLine): boolean =>
  block.mark === 'item' && block.depth >= 0 && line.depth >= block.depth + 2

/** The words with what is ticked before them; an empty box says nothing. */
export const withTick = ({ text, box = null }: { text: string; box?: string | null }): string =>
  box === null || box === ' ' ? text : `[${box}] ${text}`
