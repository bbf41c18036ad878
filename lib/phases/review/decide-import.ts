import type { EventDraft } from '#lib/ledger/event.ts'
import { because, ok, type Refusal, type Result, refuse } from '#lib/result.ts'
import { draftEvents, type Ground } from './draft-events.ts'
import type { ReviewItem } from './match-review.ts'
import type { ReviewReading } from './reading.ts'

export type ImportDecision = { events: EventDraft[]; added: number; known: number; left: number }

const MAY_BE_TAKEN = { new: true, similar: true, known: false, differs: false } satisfies Record<
  ReviewItem['status'],
  boolean
>

export const mayBeTaken = ({ status }: ReviewItem): boolean => MAY_BE_TAKEN[status]

/** What is recorded unless somebody chooses: all that is new. What is there in other words has to be asked for. */
export const usuallyTaken = (items: readonly ReviewItem[]): string[] =>
  items.filter(({ status }) => status === 'new').map(({ key }) => key)

const ALL_KNOWN = 'Everything in this file is on record already: nothing was added.'
const DIFFERS = 'Nothing in this file is new; where it differs, the record keeps its own words. Nothing was added.'

/** Which items are recorded: those that were chosen and are not on record by now. A new phase comes with whatever is taken. */
export function decideImport(
  reading: ReviewReading,
  items: readonly ReviewItem[],
  chosen: readonly string[],
  ground: Ground,
): Result<ImportDecision> {
  const keys = new Set(chosen)
  const open = items.filter(mayBeTaken)
  if (open.length === 0)
    return refuse(because('nothing_new', items.some(({ status }) => status === 'differs') ? DIFFERS : ALL_KNOWN))
  const alone = open.every(({ kind }) => kind === 'phase')
  if (!alone && !open.some(({ kind, key }) => kind !== 'phase' && keys.has(key)))
    return refuse(because('nothing_taken', 'Nothing that could be recorded is ticked: nothing was added.'))
  const taken = open.filter(({ kind, key }) => kind === 'phase' || keys.has(key))
  const refusal = whyNotWithoutFailure(taken, ground.failures)
  if (refusal) return refuse(refusal)
  const known = items.filter(({ status }) => status === 'known').length
  return ok({
    events: draftEvents(reading, taken, ground),
    added: taken.length,
    known,
    left: items.length - known - taken.length,
  })
}

/** What is said of a failure needs the failure. */
function whyNotWithoutFailure(taken: readonly ReviewItem[], known: readonly string[]): Refusal | null {
  const names = new Set([...known, ...taken.flatMap((item) => (item.kind === 'failure' ? [item.failure.name] : []))])
  const missing = taken.map(failureOf).find((name) => name !== null && !names.has(name))
  if (missing === undefined || missing === null) return null
  return because(
    'failure_not_taken',
    `${missing} is neither on record nor ticked, so nothing that the file says about it can be recorded. Tick it, or untick the rest about it.`,
  )
}

function failureOf(item: ReviewItem): string | null {
  if (item.kind === 'fact' || item.kind === 'hypothesis') return item.failure
  if (item.kind === 'verdict') return item.verdict.failure
  return item.kind === 'owed' ? item.owed.failure : null
}
