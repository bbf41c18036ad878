import type { ReviewReading } from './reading.ts'
import { bare } from './review-words.ts'

const LONGEST = 80
/** Where the first thought of a mission ends. A dash inside a word ends nothing. */
const END = /[(,;:.!?]|→|->| [—–-] /

/** What the phase is, in a few words: the file's title, else the first words of its mission, else its name. */
export function titleOf({ title, mission, phaseId }: Pick<ReviewReading, 'title' | 'mission' | 'phaseId'>): string {
  const words = title ?? bare(mission ?? '').split(END, 1)[0] ?? ''
  return shorten(words.trim()) || phaseId
}

function shorten(words: string): string {
  if (words.length <= LONGEST) return words
  const cut = words.slice(0, LONGEST)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST / 2)).trim()}…`
}
