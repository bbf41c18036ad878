import { findHypothesis, isOnlyHypothesis } from './find-hypothesis.ts'
import { unplace } from './read-preamble.ts'
import type { FailureReading, Passage, ReviewReading } from './reading.ts'
import { joinBlocks } from './review-blocks.ts'
import type { ReviewSection } from './review-sections.ts'
import { bare, saysSomething } from './review-words.ts'

/** The failures found so far, by name, in the order of the file. */
export type FailureTable = Map<string, FailureReading>

const NAME = /^[a-z0-9][a-z0-9._-]{0,79}$/
/** Right after the name: "3.5.3 -> 3.6.0" further on, or before an arrow, is a story and no version. */
const VERSION =
  /^[ :—–(@-]{0,6}(?:recipe|version)?[ @]{0,3}(v?\d{1,6}(?:\.\d{1,8}){1,4}(?:-[\w.]{1,30})?(?:\+v?\d[\w.-]{0,40})?)(?![\w.]| ?(?:->|→))/
const IMAGE = /= ?((?:[\w.-]{1,80}\/){0,4}[\w.-]{1,80}:[\w.-]{1,80})/
const RECIPE_POINT = /^[*`]*([a-z0-9][a-z0-9._-]{0,79})[*`]* ?\(recipe @/
const LISTED = /^([a-z0-9][a-z0-9._-]{0,79}?):?(?:$| ?(?:[(@—–:=]|-{1,2} |v?\d))/

/** The failures in a mission ("every canon-sweep failure (discourse, mumble, …)"), in its order. */
export function findMissionFailures(mission: string): string[] {
  for (const found of mission.matchAll(/(\bfailures?:? ?)?\(([^()]{1,4000})\)/gi)) {
    const names = bare(found[2] ?? '')
      .split(/, ?and |, ?| and /)
      .map((name) => name.trim())
    if (names.every((name) => NAME.test(name)) && (names.length > 1 || found[1] !== undefined))
      return [...new Set(names)]
  }
  return []
}

/** Without any list, a point "name (recipe @ version): …" of the log names its failure. */
export const findRecipePoint = (text: string): string | null => RECIPE_POINT.exec(text)?.[1] ?? null

export function addFailure(name: string, line: number, failures: FailureTable): FailureReading {
  const known = failures.get(name)
  if (known) return known
  const failure = { name, version: null, image: null, facts: [], hypothesis: null, line }
  failures.set(name, failure)
  return failure
}

/** Reads a list `- **discourse** 0.8.1+3.5.0 — swept red as: …`; points nested under a failure are facts about it. */
export function readFailures(section: ReviewSection, failures: FailureTable, reading: ReviewReading): void {
  let current: { failure: FailureReading; depth: number } | null = null
  for (const block of joinBlocks(section.lines)) {
    const name = LISTED.exec(bare(block.text))?.[1]
    if (block.mark === 'item' && current && block.depth > current.depth) learn(current.failure, block)
    else if (block.mark === 'item' && name !== undefined) {
      current = { failure: addFailure(name, block.line, failures), depth: block.depth }
      learn(current.failure, block)
    } else unplace(block, reading)
  }
}

/** Takes what a passage says about a failure. Of version, image and hypothesis the first mention counts. */
export function learn(failure: FailureReading, { text, line }: Passage): void {
  const words = bare(text)
  const begins = words.toLowerCase().startsWith(failure.name.toLowerCase())
  const about = begins ? words.slice(failure.name.length) : words
  if (begins) {
    const head = about.slice(0, 240)
    failure.version ??= VERSION.exec(head)?.[1] ?? null
    failure.image ??= IMAGE.exec(head.split(')', 1)[0] ?? '')?.[1] ?? null
  }
  const hypothesis = findHypothesis(text)
  failure.hypothesis ??= hypothesis
  const rest = about.replace(failure.version ?? '', '')
  if (isOnlyHypothesis(rest) && failure.hypothesis === hypothesis) return
  if (saysSomething(rest)) failure.facts.push({ text, line })
}
