import { ok, type Result } from '#lib/result.ts'
import { findMentions, indexFailureNames } from './failure-names.ts'
import { addFailure, type FailureTable, findMissionFailures, findRecipePoint, readFailures } from './read-failures.ts'
import { readEntry, readLog } from './read-log.ts'
import { type ReadingContext, readOwedList, readStray } from './read-points.ts'
import { readGates, readPreamble, unplace } from './read-preamble.ts'
import { readBeforeVerdicts, readVerdict } from './read-verdicts.ts'
import type { ReviewReading, ReviewRefusal } from './reading.ts'
import { recogniseReview, refuseAt } from './recognise-review.ts'
import { joinBlocks } from './review-blocks.ts'
import { isRendering, type ReviewLine, readLines } from './review-lines.ts'
import { cutSections, type ReviewSection, type SectionKind } from './review-sections.ts'
import { withoutMargin } from './without-margin.ts'

/** Far above what was seen (the longest REVIEW file had 196 KiB): it bounds the time an answer takes. */
const MOST_LINES = 100_000

/**
 * Reads a REVIEW file, as Markdown or as a stored rendering of it, or says on which line it stops being one. Nothing is concluded: a verdict
 * is what the file says, a time what it states, and each word that finds no place is in `unplaced`. A file cut short is read up to there.
 */
export function readReview(text: string): Result<ReviewReading, ReviewRefusal> {
  const physical = withoutMargin(text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/))
  if (physical.length > MOST_LINES)
    return refuseAt(MOST_LINES + 1, `this is longer than any REVIEW file: it has ${physical.length} lines`)
  const unreadable = findUnreadable(physical)
  if (unreadable) return unreadable
  const header = recogniseReview(physical, physical.at(-1) !== '')
  if (!header.ok) return header
  const { phaseId, title, author, next } = header.value
  const rendering = isRendering(physical)
  const { sections, setAside } = cutSections(readLines(physical, next, rendering), rendering)
  const reading: ReviewReading = {
    ...{ phaseId, title, author, planPath: null, mission: null, gates: [], doneRule: null, failures: [] },
    ...{ verdicts: [], entries: [], owed: [], unplaced: [], setAside: header.value.setAside.concat(setAside) },
  }
  readSections(sections, reading, rendering)
  reading.unplaced.sort((one, other) => one.line - other.line)
  reading.setAside.sort((one, other) => one.line - other.line)
  return ok(reading)
}

/** Mission, gates and failures come first, wherever they stand: the rest is read knowing the failures' names. */
function readSections(sections: readonly ReviewSection[], reading: ReviewReading, rendering: boolean): void {
  const failures: FailureTable = new Map()
  const preambles = sections.filter(
    ({ kind }) => kind === 'preamble' || kind === 'plan' || kind === 'mission' || kind === 'done',
  )
  for (const section of preambles) readPreamble(section, reading)
  listMissionFailures(reading.mission, preambles, failures)
  for (const section of sections) if (section.kind === 'failures') readFailures(section, failures, reading)
  if (failures.size === 0) listRecipePoints(sections, failures)
  const context = { reading, failures, names: indexFailureNames([...failures.keys()]), rendering }
  for (const section of sections) READERS[section.kind](section, context)
  reading.failures = [...failures.values()]
}

const readBefore = () => {}

const READERS: Record<SectionKind, (section: ReviewSection, context: ReadingContext) => void> = {
  preamble: readBefore,
  plan: readBefore,
  mission: readBefore,
  done: readBefore,
  failures: readBefore,
  gates: (section, context) => readGates(section, context.reading),
  verdicts: readBeforeVerdicts,
  verdict: readVerdict,
  log: readLog,
  entry: readEntry,
  owed: readOwedList,
  other: readOther,
}

function readOther(section: ReviewSection, context: ReadingContext): void {
  unplace({ text: section.title, line: section.line }, context.reading)
  for (const block of joinBlocks(section.lines)) readStray(block, context)
}

function listMissionFailures(mission: string | null, sections: readonly ReviewSection[], failures: FailureTable): void {
  const listed = mission === null ? [] : findMissionFailures(mission)
  const names = indexFailureNames(listed)
  const lines = new Map<string, number>()
  for (const line of linesOf(sections)) {
    if (lines.size === listed.length) break
    for (const name of findMentions(line.text, names)) if (!lines.has(name)) lines.set(name, line.line)
  }
  for (const name of listed) addFailure(name, lines.get(name) ?? 1, failures)
}

function listRecipePoints(sections: readonly ReviewSection[], failures: FailureTable): void {
  for (const line of linesOf(sections)) {
    const name = line.mark === 'item' ? findRecipePoint(line.text) : null
    if (name !== null) addFailure(name, line.line, failures)
  }
}

const linesOf = (sections: readonly ReviewSection[]): ReviewLine[] => sections.flatMap(({ lines }) => lines)

function findUnreadable(physical: readonly string[]): ReturnType<typeof refuseAt> | null {
  for (const [index, line] of physical.entries()) {
    if (line.includes('\u0000')) return refuseAt(index + 1, 'this is not text: it holds a NUL byte')
    if (line.includes('\uFFFD')) return refuseAt(index + 1, 'this is not UTF-8 text: a byte here could not be read')
  }
  return null
}
