import { formatDuration } from '#lib/time/format.ts'

type Verified =
  | { ok: true; events: number; head: string; ms: number }
  | { ok: false; events: number; firstBad: number; because: string; ms: number }
  | { ok: false; events: number; differing: readonly string[]; ms: number }

/** What a walk over the whole record found, in a sentence; `ms` is what it took. */
export function explainVerification(found: Verified): string {
  const took = formatDuration(Math.ceil(found.ms))
  if (found.ok)
    return `${found.events === 1 ? 'The one event verifies' : `All ${group(found.events)} events verify`}, in ${took}; head ${found.head}.`
  if ('differing' in found)
    return `The chain of ${group(found.events)} ${found.events === 1 ? 'event' : 'events'} verifies, but ${explainDiffering(found.differing)} (${took}): the screens may show what was never recorded. Restarting Gatehouse rebuilds ${found.differing.length === 1 ? 'it' : 'them'}.`
  const before =
    found.firstBad === 1
      ? 'no event before it'
      : `the ${group(found.firstBad - 1)} before it ${found.firstBad === 2 ? 'does' : 'do'}`
  return `Event ${found.firstBad} does not verify: ${found.because} (${before}; ${took}). ${REFUSED}`
}

/** "the table verdicts differs from the ledger". */
export const explainDiffering = (tables: readonly string[]): string =>
  `the ${tables.length === 1 ? 'table' : 'tables'} ${tables.join(', ')} ${tables.length === 1 ? 'differs' : 'differ'} from the ledger`

export const REFUSED = 'From now on nothing is recorded, until the Operator has restored the record.'

/** Digits in threes: 100,000. */
export const group = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',')
