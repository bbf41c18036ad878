import { type FailureNames, findLeadingFailure } from './failure-names.ts'
import { findHypothesis } from './find-hypothesis.ts'
import { type FailureTable, learn } from './read-failures.ts'
import { type Debt, findDebt, readOwed } from './read-owed.ts'
import { unplace } from './read-preamble.ts'
import type { Passage, ReviewReading } from './reading.ts'
import { joinBlocks, type ReviewBlock, withTick } from './review-blocks.ts'
import type { ReviewSection } from './review-sections.ts'
import { saysSomething } from './review-words.ts'

/** What the reader of a section is given besides the section. */
export type ReadingContext = { reading: ReviewReading; failures: FailureTable; names: FailureNames; rendering: boolean }

/**
 * Reads the points nested in a log entry: what is owed, and facts about a failure the point begins with. Answers the points that belong to
 * the entry's text: all but one that the end of the file cut short before it said anything.
 */
export function readPoints(points: readonly ReviewBlock[], context: ReadingContext): ReviewBlock[] {
  const kept: ReviewBlock[] = []
  let debt: (Debt & { depth: number; done: boolean }) | null = null
  for (const point of points) {
    const owing = findDebt(point.text)
    if (owing) {
      if (owing.words !== '' && !isDone(point)) addOwed({ ...point, text: owing.words }, owing, context)
      debt = {
        by: owing.by,
        before: owing.before,
        depth: owing.words === '' ? point.depth : Number.POSITIVE_INFINITY,
        done: isDone(point),
      }
    } else if (debt && (point.depth > debt.depth || (context.rendering && point.depth === debt.depth))) {
      // A ticked title ticks what stands under it, unless a point has a box of its own.
      if (!isDone(point) && !(debt.done && point.box === null)) addOwed(point, debt, context)
    } else {
      debt = null
      const named = findLeadingFailure(point.text, context.names)
      if (named && isCutShort(named.rest)) {
        unplace(point, context.reading)
        continue
      }
      const failure = named && context.failures.get(named.name)
      if (failure) learn(failure, { text: point.text, line: point.line })
    }
    kept.push(point)
  }
  return kept
}

/** Reads a list under a title "Still owed before M1": each point is owed, unless it is ticked. */
export function readOwedList(section: ReviewSection, context: ReadingContext): void {
  const debt = findDebt(section.title)
  context.reading.setAside.push({ text: section.title, line: section.line, because: 'heading' })
  for (const block of joinBlocks(section.lines)) {
    if (debt && block.mark === 'item' && !isDone(block)) unplaceRest(block, addOwed(block, debt, context), context)
    else unplace(block, context.reading)
  }
}

/** Where nothing else is expected, a point that says it is owed still counts; all other words are unplaced. */
export function readStray(block: ReviewBlock, context: ReadingContext): void {
  const debt = block.mark === 'item' ? findDebt(block.text) : null
  if (debt && debt.words !== '' && !isDone(block)) unplaceRest(block, addOwed(block, debt, context), context)
  else unplace(block, context.reading)
}

/** A tick says that it is no longer owed. What is half done is. */
const isDone = ({ box }: ReviewBlock): boolean => box === 'x'

function addOwed(block: ReviewBlock, debt: Debt, { reading, names, failures }: ReadingContext): string {
  const { owed, rest } = readOwed(
    { text: withTick(block), line: block.line },
    { by: debt.by, before: debt.before },
    names,
  )
  for (const one of owed) {
    reading.owed.push(one)
    const failure = one.failure === null ? undefined : failures.get(one.failure)
    if (failure) failure.hypothesis ??= findHypothesis(one.text)
  }
  return rest
}

const unplaceRest = ({ line }: Passage, rest: string, { reading }: ReadingContext): void => {
  if (rest !== '') unplace({ text: rest, line }, reading)
}

/** "name (recipe @" and no more: it says nothing yet. */
const isCutShort = (rest: string): boolean => !saysSomething(rest.replace(/^[*`:]{0,4} ?\(?recipe\b/, ''))
