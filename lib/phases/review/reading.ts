/** A time as the file states it: nobody checked it, and it is never completed by a guess. */
export type StatedTime = {
  written: string
  /** ISO 8601, UTC, whole seconds (`2026-06-18T00:10:00Z`); null when no date, no time zone or no such day is written. */
  at: string | null
  precision: 'second' | 'minute' | 'time-only'
}

export type Passage = { text: string; line: number }

export type FailureReading = {
  name: string
  version: string | null
  image: string | null
  facts: Passage[]
  /** The cause recorded at first, when the file names one. */
  hypothesis: string | null
  line: number
}

export type VerdictReading = {
  gate: string
  failure: string | null
  /** null: provisional, partial, conditional, five of six, or anything else that is neither a plain PASS nor a plain FAIL. */
  result: 'pass' | 'fail' | null
  words: string
  statedAt: StatedTime | null
  text: string
  line: number
}

export type EntryReading = {
  kind: 'log' | 'pre-staging'
  statedAt: StatedTime | null
  /** All the words of the entry, its nested points each on a line of its own after `- `. */
  text: string
  /** The words before the first nested point. */
  lead: string
  failures: string[]
  line: number
}

export type OwedReading = {
  by: 'adversary' | 'builder'
  failure: string | null
  /** The gate before which it is owed. */
  before: string | null
  text: string
  line: number
}

export type AsidePassage = Passage & { because: 'heading' | 'placeholder' | 'rendering' }

/** What a REVIEW file says. Lines are 1-based. Every word of the file is in here somewhere. */
export type ReviewReading = {
  phaseId: string
  title: string | null
  author: 'adversary' | 'builder' | 'operator' | null
  planPath: string | null
  mission: string | null
  gates: { id: string; criteria: string; line: number }[]
  doneRule: string | null
  failures: FailureReading[]
  verdicts: VerdictReading[]
  entries: EntryReading[]
  owed: OwedReading[]
  /** What the reader could not place: shown to whoever imports, never dropped. */
  unplaced: Passage[]
  /** What the reader understood and leaves out: titles of sections, "(none yet)", the size lines of a stored rendering. */
  setAside: AsidePassage[]
}

export type ReviewRefusal = { line: number; sentence: string }
