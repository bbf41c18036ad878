import { setTimeout } from 'node:timers/promises'
import { damagedAt } from '#db/ledger/damage.ts'
import { database } from '../database.ts'

const AGAIN_MS = 150
const FULL_AGAIN_MS = 2_000

/**
 * A synchronous write, tried until the database takes it: another process may hold it, or its disk may be full for a while. `told` hears
 * what it waits for. Throws bugs, and what `signal` was aborted with.
 */
export async function untilRecorded<Value>(
  act: () => Value,
  signal: AbortSignal,
  told: (words: string) => void,
): Promise<Value> {
  for (;;) {
    signal.throwIfAborted()
    if (damagedAt(database()) !== null) {
      told('The ledger does not verify: nothing is recorded until the Operator has restored it.')
      await setTimeout(FULL_AGAIN_MS, undefined, { signal })
      continue
    }
    try {
      return act()
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : ''
      const isBusy = code.startsWith('SQLITE_BUSY')
      if (!isBusy && !/^SQLITE_(FULL|IOERR|READONLY|CANTOPEN)/.test(code)) throw error
      if (!isBusy) told('The record cannot be written now (the disk is full or failed); it is tried again.')
      await setTimeout(isBusy ? AGAIN_MS : FULL_AGAIN_MS, undefined, { signal })
    }
  }
}
