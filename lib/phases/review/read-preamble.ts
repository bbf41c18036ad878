import { findGateDefinition } from './gate-id.ts'
import type { ReviewReading } from './reading.ts'
import { joinBlocks, type ReviewBlock, withTick } from './review-blocks.ts'
import type { ReviewLine } from './review-lines.ts'
import type { ReviewSection } from './review-sections.ts'
import { bare } from './review-words.ts'

type Label = 'plan' | 'mission' | 'done'

const LABELS: readonly [Label, RegExp][] = [
  ['plan', /^(?:Phase SSOT|SSOT|Phase plan|Plan)\b(?: \(SSOT\))? ?: ?/i],
  ['mission', /^Mission ?: ?/i],
  // "DONE / not yet" and "DONE: not yet" are scaffolds or states, not the rule.
  ['done', /^DONE(?: ?=| (?:rule|when) ?[=:]) ?/],
]

/** Reads plan path, mission and the rule for DONE, each by its label or under its heading; what is neither goes to unplaced. */
export function readPreamble(section: ReviewSection, reading: ReviewReading): void {
  let flowing: Label | null =
    section.kind === 'plan' || section.kind === 'mission' || section.kind === 'done' ? section.kind : null
  for (const block of joinBlocks(section.lines, startsLabel)) {
    const labelled = splitLabel(block.text)
    if (labelled) flowing = labelled.label
    if (flowing === null || (block.mark === 'item' && !labelled && section.kind === 'preamble')) unplace(block, reading)
    else place(flowing, labelled?.words ?? block.text, block, reading)
    // Only a mission runs on over several paragraphs.
    if (flowing !== 'mission' && section.kind === 'preamble') flowing = null
  }
}

/** Reads the list of gates and the rule for DONE that stands beneath it. */
export function readGates(section: ReviewSection, reading: ReviewReading): void {
  const open: { id: string; line: number; criteria: string[] }[] = []
  const seen = new Set(reading.gates.map(({ id }) => id))
  let current: { criteria: string[]; depth: number } | null = null
  for (const block of joinBlocks(section.lines, startsLabel)) {
    const definition = findGateDefinition(block.text)
    const labelled = splitLabel(block.text)
    if (labelled) {
      place(labelled.label, labelled.words, block, reading)
      current = null
    } else if (current && block.mark === 'item' && block.depth > current.depth) {
      current.criteria.push(block.text)
    } else if (definition && !seen.has(definition.id)) {
      const criteria = [definition.criteria]
      open.push({ id: definition.id, line: block.line, criteria })
      seen.add(definition.id)
      current = { criteria, depth: block.depth }
    } else {
      unplace(block, reading)
      current = null
    }
  }
  for (const { id, line, criteria } of open) reading.gates.push({ id, criteria: criteria.join(' ').trim(), line })
}

type Unplaced = Pick<ReviewBlock, 'text' | 'line'> & { box?: string | null }

export const unplace = (block: Unplaced, reading: ReviewReading): void => {
  reading.unplaced.push({ text: withTick(block), line: block.line })
}

const startsLabel = (line: ReviewLine): boolean => splitLabel(line.text) !== null

function splitLabel(text: string): { label: Label; words: string } | null {
  const head = text.slice(0, 60)
  for (const [label, pattern] of LABELS) {
    // A label is often bold, its colon inside the marks or after them: "**Mission:** …".
    const unmarked = head.replace(/^\*\*([^*]{1,40})\*\*/, '$1')
    const found = pattern.exec(unmarked)
    if (found) return { label, words: text.slice(found[0].length + head.length - unmarked.length).trim() }
  }
  return null
}

function place(label: Label, words: string, block: ReviewBlock, reading: ReviewReading): void {
  if (words === '') return
  if (label === 'mission') reading.mission = reading.mission === null ? words : `${reading.mission} ${words}`
  else if (label === 'done' && reading.doneRule === null) reading.doneRule = words
  else if (label === 'plan' && reading.planPath === null) {
    const path =
      bare(words)
        .split(' ')
        .find((word) => /[/.]/.test(word)) ?? null
    reading.planPath = path
    if (path !== bare(words)) unplace(block, reading)
  } else unplace(block, reading)
}
