import { findLeadingFailure, findMentions } from './failure-names.ts'
import { findHypothesis } from './find-hypothesis.ts'
import { findDebt } from './read-owed.ts'
import { type ReadingContext, readPoints, readStray } from './read-points.ts'
import type { StatedTime } from './reading.ts'
import { joinBlocks, type ReviewBlock } from './review-blocks.ts'
import type { ReviewSection } from './review-sections.ts'
import { sentences, withoutBold } from './review-words.ts'
import { findLeadingTime, findStatedTime } from './stated-time.ts'

type OpenEntry = { statedAt: StatedTime | null; lead: string; points: ReviewBlock[]; depth: number; line: number }

const PRE_STAGING = /\bpre-?(?:stag|claim|check)/i

/** Reads a log: a point that begins with a time is an entry, and what is nested in it belongs to it. */
export function readLog(section: ReviewSection, context: ReadingContext): void {
  let entry: OpenEntry | null = null
  for (const block of joinBlocks(section.lines)) {
    const opened = openEntry(block, entry, context)
    if (opened) {
      if (entry) closeEntry(entry, context)
      entry = opened
    } else if (entry && block.mark === 'item') entry.points.push(block)
    else readStray(block, context)
  }
  if (entry) closeEntry(entry, context)
}

/** Reads an entry that has a heading of its own, with its time: all beneath it belongs to it. */
export function readEntry(section: ReviewSection, context: ReadingContext): void {
  const title = withoutBold(section.title)
  const leading = findLeadingTime(title)
  const statedAt = leading?.statedAt ?? findStatedTime(title)?.statedAt ?? null
  const points = joinBlocks(section.lines)
  closeEntry({ statedAt, lead: title.slice(leading?.end ?? 0), points, depth: -1, line: section.line }, context)
}

/**
 * Without a time a point is an entry when it is not nested and speaks neither of a failure nor of what is owed. A rendering has lost what
 * was nested in what, so there every point without a time belongs to the entry above.
 */
function openEntry(
  block: ReviewBlock,
  current: OpenEntry | null,
  { rendering, names }: ReadingContext,
): OpenEntry | null {
  if (block.mark === 'item' && current && !rendering && block.depth > current.depth) return null
  const time = findLeadingTime(block.text)
  const box = block.box === null ? '' : `[${block.box}] `
  const open = (statedAt: StatedTime | null, words: string): OpenEntry => {
    return { statedAt, lead: box + words, points: [], depth: block.depth, line: block.line }
  }
  if (block.mark === 'paragraph') return time?.separated ? open(time.statedAt, block.text.slice(time.end)) : null
  if (time) return open(time.statedAt, block.text.slice(time.end))
  if (findDebt(block.text) || (current && (rendering || findLeadingFailure(block.text, names)))) return null
  return open(null, block.text)
}

function closeEntry({ statedAt, lead, points, line }: OpenEntry, context: ReadingContext): void {
  const kept = readPoints(points, context)
  const text = [lead, ...kept.map(pointText)].join('\n').trim()
  // Only the beginning tells what an entry is: a later sentence may speak of pre-staging that somebody else did.
  const kind = PRE_STAGING.test(lead.slice(0, 160)) ? 'pre-staging' : 'log'
  context.reading.entries.push({
    kind,
    statedAt,
    text,
    lead: lead.trim(),
    failures: findMentions(text, context.names),
    line,
  })
  for (const sentence of sentences(lead)) {
    const [name, another] = findMentions(sentence, context.names)
    const failure = name === undefined || another !== undefined ? undefined : context.failures.get(name)
    if (failure) failure.hypothesis ??= findHypothesis(sentence)
  }
}

function pointText(point: ReviewBlock): string {
  const box = point.box === null ? '' : `[${point.box}] `
  return point.mark === 'item' ? `- ${box}${point.text}` : point.text
}
