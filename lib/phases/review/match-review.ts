import { assertNever } from '#lib/assert-never.ts'
import type {
  EntryReading,
  FailureReading,
  OwedReading,
  Passage,
  ReviewReading,
  StatedTime,
  VerdictReading,
} from './reading.ts'
import { keyOf } from './review-key.ts'

/** What is on record about the phase: the keys of what was imported, and what people recorded themselves. Times are ISO 8601 in UTC. */
export type KnownReview = {
  importKeys: ReadonlySet<string>
  phaseExists: boolean
  failures: readonly KnownFailure[]
  gates: readonly { id: string; criteria: string }[]
  entries: readonly { at: string | null; text: string }[]
  owed: readonly { by: string; failure: string | null; text: string }[]
  /** What the record said in the copy that the file is of, read as a file is read; null: the file is no copy of it. */
  printed: ReviewReading | null
}

export type KnownFailure = { name: string; version: string | null; image: string | null; sweptAs: string | null }

/**
 * - `new`: not on record.
 * - `known`: on record in the same words.
 * - `similar`: on record is something of the same stated minute, or owed by the same side on the same failure, in other words.
 * - `differs`: the record says otherwise, and stays.
 */
export type ReviewItemStatus = 'new' | 'known' | 'similar' | 'differs'

type ReviewPart =
  | { kind: 'phase'; phase: Pick<ReviewReading, 'phaseId' | 'title' | 'author' | 'planPath' | 'mission' | 'doneRule'> }
  | { kind: 'gate'; gate: ReviewReading['gates'][number] }
  | { kind: 'failure'; failure: Pick<FailureReading, 'name' | 'version' | 'image' | 'line'> }
  | { kind: 'fact'; failure: string; fact: Passage }
  | { kind: 'hypothesis'; failure: string; hypothesis: string; line: number }
  | { kind: 'verdict'; verdict: VerdictReading }
  | { kind: 'entry'; entry: EntryReading }
  | { kind: 'owed'; owed: OwedReading }

export type ReviewItem = ReviewPart & {
  /** Stable over files and versions: kind, words and stated time. */
  key: string
  status: ReviewItemStatus
}

/** Where the beginning of a key is on record but not its words: what the part then is. */
const IN_OTHER_WORDS = {
  phase: 'new',
  gate: 'differs',
  failure: 'new',
  fact: 'new',
  hypothesis: 'differs',
  verdict: 'similar',
  entry: 'similar',
  owed: 'similar',
} as const satisfies Record<ReviewPart['kind'], ReviewItemStatus>

/**
 * Compares a reading with the record, so that importing a file twice adds nothing and a later version only what is new in it. Lines that
 * say the same count once. Nothing on record is ever changed by it.
 */
export function matchReview(reading: ReviewReading, known: KnownReview): ReviewItem[] {
  const parts = new Map<string, ReviewPart>()
  const held = new Map(known.failures.map((failure) => [failure.name, failure]))
  for (const part of listParts(reading, held)) {
    const key = keyOfPart(part)
    if (!parts.has(key)) parts.set(key, part)
  }
  const printed = known.printed === null ? [] : listParts(known.printed, held).map(keyOfPart)
  const recorded = new Set([...known.importKeys, ...listRecordedKeys(reading.phaseId, known), ...printed])
  // What this file says too is accounted for: it does not make another part similar.
  const beginnings = new Set([...recorded].filter((key) => !parts.has(key)).map(beginningOf))
  return [...parts].map(([key, part]) => {
    if (part.kind === 'failure' && contradicts(part.failure, saidOf(part.failure.name, held, known)))
      return { ...part, key, status: 'differs' }
    const otherWords = mayBeSimilar(part) && beginnings.has(beginningOf(key))
    return { ...part, key, status: recorded.has(key) ? 'known' : otherWords ? IN_OTHER_WORDS[part.kind] : 'new' }
  })
}

type Held = ReadonlyMap<string, KnownFailure>

function listParts(reading: ReviewReading, held: Held): ReviewPart[] {
  const { phaseId, title, author, planPath, mission, doneRule, failures } = reading
  return [
    { kind: 'phase', phase: { phaseId, title, author, planPath, mission, doneRule } },
    ...reading.gates.map((gate): ReviewPart => ({ kind: 'gate', gate })),
    ...failures.flatMap((failure) => listFailureParts(failure, held.get(failure.name))),
    ...reading.verdicts.map((verdict): ReviewPart => ({ kind: 'verdict', verdict })),
    ...reading.entries.map((entry): ReviewPart => ({ kind: 'entry', entry })),
    ...reading.owed.map((owed): ReviewPart => ({ kind: 'owed', owed })),
  ]
}

function listFailureParts(failure: FailureReading, held: KnownFailure | undefined): ReviewPart[] {
  const { name, version, image, facts, hypothesis, line } = failure
  return [
    { kind: 'failure', failure: { name, version, image, line } },
    ...(hypothesis === null ? [] : [{ kind: 'hypothesis' as const, failure: name, hypothesis, line }]),
    ...[...facts, ...listLearnt(failure, held)].map((fact): ReviewPart => ({ kind: 'fact', failure: name, fact })),
  ]
}

/** Version or image of a failure that the record has without them: a fact of its own, unless a passage says it. */
function listLearnt({ name, version, image, facts, line }: FailureReading, held: KnownFailure | undefined): Passage[] {
  if (!held) return []
  const learnt = [held.version === null ? version : null, held.image === null ? image : null].filter(
    (part) => part !== null,
  )
  const told = learnt.every((part) => facts.some(({ text }) => text.includes(part)))
  return told ? [] : [{ text: `${name} ${learnt.join(', ')}`, line }]
}

type Said = Pick<FailureReading, 'version' | 'image'>
const contradicts = (one: Said, held: Said | undefined): boolean =>
  held !== undefined && (areOther(one.version, held.version) || areOther(one.image, held.image))
/** Of a copy, the version that the reader took from the record's own words. */
const saidOf = (name: string, held: Held, { printed }: KnownReview): Said | undefined =>
  printed?.failures.find((failure) => failure.name === name) ?? held.get(name)
const areOther = (one: string | null, other: string | null) => one !== null && other !== null && one !== other

function keyOfPart(part: ReviewPart): string {
  switch (part.kind) {
    case 'phase':
      return keyOf('phase', [part.phase.phaseId])
    case 'gate':
      return keyOf('gate', [part.gate.id], part.gate.criteria)
    case 'failure':
      return keyOf('failure', [part.failure.name])
    case 'fact':
      return keyOf('fact', [part.failure], part.fact.text)
    case 'hypothesis':
      return keyOf('hypothesis', [part.failure], part.hypothesis)
    case 'verdict': {
      const { gate, failure, statedAt, result, text } = part.verdict
      return keyOf('verdict', [gate, failure, minuteOf(statedAt) ?? `untimed-${result}`], text)
    }
    case 'entry':
      return keyOf('entry', [minuteOf(part.entry.statedAt)], part.entry.text)
    case 'owed':
      return keyOf('owed', [part.owed.by, part.owed.failure], part.owed.text)
    default:
      return assertNever(part)
  }
}

/** The record in the same keys. */
function listRecordedKeys(phaseId: string, known: KnownReview): string[] {
  return [
    ...(known.phaseExists ? [keyOf('phase', [phaseId])] : []),
    ...known.gates.map(({ id, criteria }) => keyOf('gate', [id], criteria)),
    ...known.failures.map(({ name }) => keyOf('failure', [name])),
    ...known.failures.flatMap(({ name, sweptAs }) => (sweptAs === null ? [] : [keyOf('hypothesis', [name], sweptAs)])),
    ...known.entries.map(({ at, text }) => keyOf('entry', [at?.slice(0, MINUTE) ?? null], text)),
    ...known.owed.map(({ by, failure, text }) => keyOf('owed', [by, failure], text)),
  ]
}

/** Entries without a date and obligations on no one failure are many: there only the same words mean the same. */
function mayBeSimilar(part: ReviewPart): boolean {
  if (part.kind === 'entry') return typeof part.entry.statedAt?.at === 'string'
  return part.kind !== 'owed' || part.owed.failure !== null
}

const MINUTE = '2026-06-18T00:10'.length
const minuteOf = (time: StatedTime | null): string | null => time && (time.at?.slice(0, MINUTE) ?? time.written)
const beginningOf = (key: string): string => key.slice(0, key.lastIndexOf(' '))
