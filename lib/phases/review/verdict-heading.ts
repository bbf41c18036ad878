import { findLeadingGates } from './gate-id.ts'
import type { StatedTime, VerdictReading } from './reading.ts'
import { bare, fold } from './review-words.ts'
import { findLeadingTime, findStatedTime } from './stated-time.ts'

export type StatedResult = Pick<VerdictReading, 'result' | 'words' | 'statedAt'> & {
  /** What stands between the gate or the failure and the verdict: "M1 — <title>: PASS". */
  title: string
}

const DISCLAIMER =
  /\bnot (?:a |an |any |yet )?(?:a )?verdicts?\b|\bno verdicts?\b|\bpre-?(?:claim|stag|check)|\bawait|\bclaimed\b/i
const WORD =
  /\b(?:PASS(?:ED)?|Pass(?:ed)?|FAIL(?:ED)?|Fail(?:ed)?|APPROVED?|Approved?|REJECT(?:ED)?|PROVISIONAL|Provisional|PARTIAL|Partial|CONDITIONAL|Conditional|(?<!\b[Nn]o )VETO(?:ED)?)\b/
const COUNT = /^[—–:\- ]*(\d{1,4} ?(?:of|\/) ?\d{1,4})\b/
/** "5 of 6 PASS", "PASS (5/6)"; further on it counts something else: "PASS: red under load 2/3". */
const COUNTED = /\b(\d{1,4}) ?(?:of|\/) ?(\d{1,4})\b/
const COUNTED_NEXT = /^\W{0,4}(?:only |for |on )?(\d{1,4}) ?(?:of|\/) ?(\d{1,4})\b/
const HEDGE =
  /provisional|partial|conditional|tentative|preliminary|pending|withdrawn|revoked|superseded|retracted|overturned|expired|(?:now|is|gone|went|\() ?stale\b|\bvoid\b|approve|reject|~~|\?/i
const HEDGE_BEFORE =
  /\b(?:not|no|never|cannot|can't|won't|would|could|should|may|might|if|until|unless|before|towards?|almost|nearly|expected|likely)\b/i
/** After a plain PASS or FAIL: the end, punctuation, a count, or a word that only carries on. "PASS criteria" is no verdict. */
const GOES_ON =
  /^(?:$|[^\w\s/→-]| ?[—–(,;:.@!]| -|\s(?:\d{1,4} ?(?:of|\/)|again|confirmed|recorded|all|for|on|with|by|at|after)\b)/

/** Reads `M1 — <title>: **PASS** @ 2026-06-18T01:18Z` and its relatives; null when the line states no verdict on a gate. */
export function readVerdictHeading(text: string): (StatedResult & { gates: string[] }) | null {
  const whole = fold(bare(text))
  const leading = findLeadingTime(whole)
  const gates = findLeadingGates(whole.slice(leading?.end ?? 0))
  const stated = gates && readStatedResult(gates.rest)
  return stated ? { ...stated, statedAt: stated.statedAt ?? leading?.statedAt ?? null, gates: gates.ids } : null
}

/**
 * Reads the verdict in what follows a gate or a failure. Only a plain PASS or FAIL becomes a result; whatever is hedged, counted short or
 * contradicts itself keeps its words with result null, for the worst reading is a FAIL taken for a PASS.
 */
export function readStatedResult(text: string): StatedResult | null {
  if (DISCLAIMER.test(text)) return null
  const { rest, statedAt } = takeTime(fold(bare(text)))
  const word = WORD.exec(rest)
  const at = word?.index ?? COUNT.exec(rest)?.index
  if (at === undefined) return /^\W*(?:pass|fail)\W*$/.test(rest) ? plainWord(rest, statedAt) : null
  const start = clauseStart(rest, at)
  const clause = trimMarks(rest.slice(start))
  const title = trimMarks(rest.slice(0, start))
  return { title, words: clause, statedAt, result: decideResult(rest, clause) }
}

function decideResult(rest: string, clause: string): VerdictReading['result'] {
  const found = /\b(PASS|Pass|FAIL|Fail)(?:ED|ed)?\b/.exec(clause)
  // Small letters are prose: "FAIL: the upgrade did not pass" is a plain FAIL.
  const bothWays = /\b(?:PASS|Pass)/.test(rest) && /\b(?:FAIL|Fail)/.test(rest)
  if (!found || bothWays || HEDGE.test(rest)) return null
  const before = clause.slice(0, found.index)
  const after = clause.slice(found.index + found[0].length)
  if (HEDGE_BEFORE.test(before) || !GOES_ON.test(after)) return null
  const result = found[1]?.toLowerCase() === 'pass' ? 'pass' : 'fail'
  const count = COUNTED.exec(before) ?? COUNTED_NEXT.exec(after)
  return result === 'pass' && count && count[1] !== count[2] ? null : result
}

const plainWord = (rest: string, statedAt: StatedTime | null): StatedResult => {
  const words = trimMarks(rest)
  return { title: '', words, statedAt, result: words === 'pass' ? 'pass' : 'fail' }
}

function takeTime(text: string): { rest: string; statedAt: StatedTime | null } {
  const found = findStatedTime(text)
  if (!found) return { rest: text, statedAt: null }
  const before = text.slice(0, found.start).replace(/ ?@ ?$/, '')
  return { rest: fold(`${before} ${text.slice(found.end)}`), statedAt: found.statedAt }
}

/** The verdict's own words begin after the last dash or colon before it: a title may hold words of any kind. */
function clauseStart(rest: string, at: number): number {
  const before = rest.slice(0, at)
  return Math.max(0, ...[': ', ' — ', ' – ', ' - '].map((mark) => before.lastIndexOf(mark) + 1))
}

const trimMarks = (text: string): string =>
  text
    .replace(/^[ :—–@.,;-]+/, '')
    .replace(/[ :—–@.,;-]{1,20}$/, '')
    .replace(/ ?\( ?\)/, '')
    .trim()
