import { type FailureNames, findMentions } from './failure-names.ts'
import { findGateAfterBefore } from './gate-id.ts'
import type { OwedReading, Passage } from './reading.ts'
import { bare, sentences } from './review-words.ts'

export type Debt = Pick<OwedReading, 'by' | 'before'>

const LABEL = /^(?:still )?owed\b[^:—–]{0,120}(?:[:—–] ?|$)/i
const OWES = /^(?:the )?(adversary|builder)(?: still)? owes\b ?:? ?/i
const ANOTHER = /^(?:Same (?:for|goes for)|Likewise|Also|And)\b/
const NO_VERDICT = /^(?:These|This|Those|None of)\b.{0,60}\bnot\b.{0,20}\bverdicts?\b/i

/** Reads "STILL OWED before any M1 PASS:"; null when the text is not about what is owed. In a REVIEW the Adversary owes, unless it says who. */
export function findDebt(text: string): (Debt & { label: string; words: string }) | null {
  const plain = text.replaceAll('**', '')
  const owes = OWES.exec(plain)
  const label = (owes ?? LABEL.exec(plain))?.[0]
  if (label === undefined) return null
  const byBuilder = owes?.[1]?.toLowerCase() === 'builder' || /\bby (?:the )?builder\b/i.test(label)
  const words = plain.slice(label.length).trim()
  return {
    by: byBuilder ? 'builder' : 'adversary',
    before: findGateAfterBefore(bare(label)),
    label: label.trim(),
    words,
  }
}

/**
 * Cuts the words into single obligations: a sentence "Same for …" or "Also …" begins another one. `rest` is what the passage adds that is
 * no obligation ("These are NOT verdicts …").
 */
export function readOwed(passage: Passage, debt: Debt, names: FailureNames): { owed: OwedReading[]; rest: string } {
  const texts: string[] = []
  const all = sentences(passage.text)
  const disclaimer = all.findIndex((sentence) => NO_VERDICT.test(bare(sentence)))
  const own = disclaimer === -1 ? all : all.slice(0, disclaimer)
  for (const sentence of own) {
    const last = texts.at(-1)
    if (last === undefined || ANOTHER.test(bare(sentence))) texts.push(sentence)
    else texts[texts.length - 1] = `${last} ${sentence}`
  }
  const owed = texts
    .filter((text) => text !== '')
    .map((text) => ({
      ...debt,
      before: findGateAfterBefore(text) ?? debt.before,
      failure: findMentions(text, names)[0] ?? null,
      text,
      line: passage.line,
    }))
  return { owed, rest: disclaimer === -1 ? '' : all.slice(disclaimer).join(' ') }
}
