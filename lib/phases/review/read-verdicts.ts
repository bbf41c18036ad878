import { findLeadingFailure } from './failure-names.ts'
import { type ReadingContext, readStray } from './read-points.ts'
import type { VerdictReading } from './reading.ts'
import { joinBlocks, type ReviewBlock } from './review-blocks.ts'
import type { ReviewSection } from './review-sections.ts'
import { bare, withoutBold } from './review-words.ts'
import { readStatedResult, readVerdictHeading } from './verdict-heading.ts'

type OpenVerdict = Omit<VerdictReading, 'text'> & { texts: string[] }

const NONE_YET = /^[_*]{0,2}\(?(?:none|nothing|no verdicts?)\b(?: yet)?.{0,300}$/i

/** Reads a verdict and what stands beneath it. A point that rules on one failure is a verdict of its own, given at the same time. */
export function readVerdict(section: ReviewSection, context: ReadingContext): void {
  const heading = readVerdictHeading(section.title)
  if (!heading) return
  const { words, result, statedAt } = heading
  const named = findLeadingFailure(bare(heading.title), context.names)
  const failure = named?.rest === '' ? named.name : null
  const texts = [withoutBold(section.title)]
  const rulings: (OpenVerdict & { depth: number })[] = []
  for (const block of joinBlocks(section.lines)) {
    const ruling = readRuling(block, context)
    const last = rulings.at(-1)
    if (ruling) rulings.push({ gate: heading.gates[0] ?? '', ...ruling, statedAt: ruling.statedAt ?? statedAt })
    else if (last && block.mark === 'item' && block.depth > last.depth) last.texts.push(`- ${block.text}`)
    else texts.push(block.mark === 'item' ? `- ${boxed(block)}${block.text}` : block.text)
  }
  const { verdicts } = context.reading
  for (const gate of heading.gates) {
    verdicts.push({ gate, failure, result, words, statedAt, text: texts.join('\n'), line: section.line })
    for (const ruling of rulings) verdicts.push(close({ ...ruling, gate }))
  }
}

/** Reads what stands under "Verdicts" before the first one: "(none yet)" is understood and set aside. */
export function readBeforeVerdicts(section: ReviewSection, context: ReadingContext): void {
  for (const block of joinBlocks(section.lines)) {
    if (NONE_YET.test(block.text))
      context.reading.setAside.push({ text: block.text, line: block.line, because: 'placeholder' })
    else readStray(block, context)
  }
}

function readRuling(
  block: ReviewBlock,
  { names }: ReadingContext,
): (Omit<OpenVerdict, 'gate'> & { depth: number }) | null {
  const named = findLeadingFailure(block.text, names)
  if (!named || (block.mark === 'paragraph' && !/^[:—–]/.test(named.rest))) return null
  const stated = readStatedResult(named.rest)
  if (!stated && block.box === null) return null
  // A box is no verdict: a tick without a word counts for nothing, and an empty box beside a PASS contradicts it.
  const result = block.box === null || block.box === 'x' ? (stated?.result ?? null) : null
  const words = `${boxed(block)}${stated?.words ?? ''}`.trim()
  return {
    failure: named.name,
    result,
    words,
    statedAt: stated?.statedAt ?? null,
    texts: [block.text],
    line: block.line,
    depth: block.depth,
  }
}

const boxed = ({ box }: ReviewBlock): string => (box === null ? '' : `[${box}] `)

const close = ({ gate, failure, result, words, statedAt, texts, line }: OpenVerdict): VerdictReading => {
  return { gate, failure, result, words, statedAt, text: texts.join('\n'), line }
}
