import { findGateDefinition } from './gate-id.ts'
import type { AsidePassage } from './reading.ts'
import type { ReviewLine } from './review-lines.ts'
import { bare } from './review-words.ts'
import { findLeadingTime, findStatedTime } from './stated-time.ts'
import { readVerdictHeading } from './verdict-heading.ts'

export type SectionKind =
  | 'preamble'
  | 'plan'
  | 'mission'
  | 'gates'
  | 'done'
  | 'failures'
  | 'verdicts'
  | 'verdict'
  | 'log'
  | 'entry'
  | 'owed'
  | 'other'

/** `title`: the words of the line that opened the section, kept where they say something (a verdict, a stamp, "Still owed before M1"). */
export type ReviewSection = { kind: SectionKind; title: string; depth: number; line: number; lines: ReviewLine[] }

const TITLES: Record<string, SectionKind> = {
  gates: 'gates',
  'gate criteria': 'gates',
  verdicts: 'verdicts',
  'gate verdicts': 'verdicts',
  'adversary verification log': 'log',
  'verification log': 'log',
  'adversary log': 'log',
  log: 'log',
  failures: 'failures',
  'failures under investigation': 'failures',
  mission: 'mission',
  'done rule': 'done',
  'done when': 'done',
  'phase ssot': 'plan',
  ssot: 'plan',
}
const OWED_TITLE = /^still owed(?: (?:before|by)\b.{0,60})?$/i
/** Sections whose sub-headings are points of the list: `### M1` under `## Gates`. */
const LISTS: ReadonlySet<SectionKind> = new Set(['gates', 'failures'])
const BODIES: ReadonlySet<SectionKind> = new Set(['verdict', 'entry'])

/** Cuts the lines after the header into sections, by headings, by titles that lost their marks, and by points that can only be one thing. */
export function cutSections(
  lines: readonly ReviewLine[],
  rendering: boolean,
): { sections: ReviewSection[]; setAside: AsidePassage[] } {
  let current: ReviewSection = { kind: 'preamble', title: '', depth: 7, line: 0, lines: [] }
  const sections = [current]
  const setAside: AsidePassage[] = []
  let previous: ReviewLine | null = null
  for (const line of lines) {
    const opened = openSection(line, current, { rendering, startsParagraph: startsParagraph(previous, rendering) })
    if (opened === null) current.lines.push(asContent(line, current))
    else {
      if (opened.title === '' && opened.lines.length === 0)
        setAside.push({ text: line.text, line: line.line, because: 'heading' })
      current = opened
      sections.push(current)
    }
    previous = line
  }
  return { sections, setAside }
}

type Place = { rendering: boolean; startsParagraph: boolean }

function openSection(line: ReviewLine, current: ReviewSection, place: Place): ReviewSection | null {
  if (line.mark === 'heading') return openFromHeading(line, current)
  if (line.mark === 'item') return openFromItem(line, current)
  // In a rendering the blank line above a title is lost.
  const title = line.mark === 'text' && (place.startsParagraph || place.rendering) ? openFromTitle(line) : null
  return title ?? (line.mark === 'text' && place.startsParagraph ? openFromText(line, current, place.rendering) : null)
}

function openFromHeading(line: ReviewLine, current: ReviewSection): ReviewSection | null {
  const at = (kind: SectionKind, title: string): ReviewSection => ({
    kind,
    title,
    depth: line.depth,
    line: line.line,
    lines: [],
  })
  const verdict = readVerdictHeading(line.text)
  // "### M1 — all tests PASS" under "## Gates" is a criterion; a verdict there states its time.
  if (verdict && (current.kind !== 'gates' || verdict.statedAt !== null)) return at('verdict', line.text)
  const kind = titleKind(line.text)
  if (kind !== null) return at(kind, kind === 'owed' ? line.text : '')
  if (findLeadingTime(bare(line.text)) || (!LISTS.has(current.kind) && findStatedTime(line.text)?.statedAt.at))
    return at('entry', line.text)
  return line.depth > current.depth ? null : at('other', line.text)
}

function openFromItem(line: ReviewLine, current: ReviewSection): ReviewSection | null {
  const isVerdict = current.kind === 'verdicts' || (current.kind === 'verdict' && current.depth >= 10 + line.depth)
  // Depth 10 and more: opened by a point, so that any heading ends it and only points beside it follow on.
  if (isVerdict && readVerdictHeading(line.text))
    return { kind: 'verdict', title: line.text, depth: 10 + line.depth, line: line.line, lines: [] }
  const implicit = (kind: SectionKind): ReviewSection => ({
    kind,
    title: '',
    depth: current.depth,
    line: line.line,
    lines: [line],
  })
  if (BODIES.has(current.kind) || current.kind === 'log') return null
  if (line.depth <= 1 && startsWithDate(line.text)) return implicit('log')
  const mayListGates = current.kind === 'preamble' || current.kind === 'mission'
  return mayListGates && line.depth <= 1 && findGateDefinition(line.text) ? implicit('gates') : null
}

function openFromTitle({ text, line }: ReviewLine): ReviewSection | null {
  const kind = /^[A-Z]/.test(bare(text)) ? titleKind(text) : null
  return kind === null ? null : { kind, title: kind === 'owed' ? text : '', depth: 6, line, lines: [] }
}

function openFromText(line: ReviewLine, current: ReviewSection, rendering: boolean): ReviewSection | null {
  const words = bare(line.text)
  const verdict = readVerdictHeading(line.text)
  const among = current.kind === 'verdicts' || current.kind === 'verdict'
  if (verdict && (among || (rendering && /@ ?\d{4}-/.test(words))))
    return { kind: 'verdict', title: line.text, depth: 10, line: line.line, lines: [] }
  if (!BODIES.has(current.kind) && current.kind !== 'log' && startsWithDate(line.text)) {
    return { kind: 'log', title: '', depth: current.depth, line: line.line, lines: [line] }
  }
  return null
}

function titleKind(text: string): SectionKind | null {
  const title = bare(text).replace(/:$/, '')
  const key = title.toLowerCase()
  if (Object.hasOwn(TITLES, key)) return TITLES[key] ?? null
  return OWED_TITLE.test(title) ? 'owed' : null
}

function startsWithDate(text: string): boolean {
  const time = findLeadingTime(bare(text))
  return time !== null && time.statedAt.precision !== 'time-only'
}

/** In a rendering blank lines are lost, so a paragraph may also begin after a finished sentence or a title. */
function startsParagraph(previous: ReviewLine | null, rendering: boolean): boolean {
  if (previous === null || previous.mark === 'blank' || previous.mark === 'heading') return true
  return rendering && (/[.!?:)Z]$/.test(previous.text) || titleKind(previous.text) !== null)
}

/** A heading inside a section is a point of its list, or a paragraph of its own. */
function asContent(line: ReviewLine, section: ReviewSection): ReviewLine {
  return line.mark === 'heading' && LISTS.has(section.kind) ? { ...line, mark: 'item', depth: -1 } : line
}
