import { setImmediate } from 'node:timers/promises'
import { type Verification, verifyLedger } from '#db/ledger/verify-ledger.ts'
import { database } from '../database.ts'
import { once } from '../once.ts'

/** `ms`: from the first event to the answer, waiting in between included. */
export type TimedVerification = Verification & { ms: number }

const underWay = () => once('verification', (): { walk: Promise<TimedVerification> | null } => ({ walk: null }))

/** Walks the whole chain, letting others in between the slices. Whoever asks meanwhile gets the answer of the walk that is under way. */
export function verifyWhole(): Promise<TimedVerification> {
  const held = underWay()
  held.walk ??= walkChain().finally(() => {
    held.walk = null
  })
  return held.walk
}

async function walkChain(): Promise<TimedVerification> {
  const began = performance.now()
  const slices = verifyLedger(database())
  for (;;) {
    const slice = slices.next()
    if (slice.done) return { ...slice.value, ms: performance.now() - began }
    await setImmediate()
  }
}
