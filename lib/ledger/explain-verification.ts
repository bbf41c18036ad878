import { formatDuration } from '#lib/time/format.ts'

type Verified =
  | { ok: true; events: number; head: string; ms: number }
  | { ok: false; events: number; firstBad: number; because: string; ms: number }

/** What a walk over the whole chain found, in a sentence. */
export function explainVerification(found: Verified): string {
  const took = formatDuration(Math.ceil(found.ms))
  if (found.ok)
    return `${found.events === 1 ? 'The one event verifies' : `All ${group(found.events)} events verify`}, in ${took}; head ${found.head}.`
  const before =
    found.firstBad === 1
      ? 'no event before it'
      : `the ${group(found.firstBad - 1)} before it ${found.firstBad === 2 ? 'does' : 'do'}`
  return `Event ${found.firstBad} does not verify: ${found.because} (${before}; ${took}). ${REFUSED}`
}

export const REFUSED = 'From now on nothing is recorded, until the Operator has restored the record.'

/** Digits in threes: 100,000. */
export const group = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',')
