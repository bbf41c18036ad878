/**
 * A process of its own that does what it is told, a line at a time: `node act-at-once.ts <database>`. Each line is one command as JSON with
 * the moment at which to act; the answer is a line too.
 */
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'
import type { FileClaimInput } from '#lib/claims/inputs.ts'
import type { Actor } from '#lib/people/roles.ts'
import type { RecordRulingInput } from '#lib/verdicts/inputs.ts'
import { fileClaim } from '../claims/file-claim.ts'
import { openDatabase } from '../open-database.ts'
import { recordRuling } from '../verdicts/record-ruling.ts'
import { actingAs } from './people.ts'

/** `atMs`: milliseconds since the epoch; both processes wait for the same. */
export type Told = { atMs: number; actor: Actor } & (
  | { verb: 'rule'; input: RecordRulingInput }
  | { verb: 'claim'; input: FileClaimInput }
)
/** `done`: `ok`, or the reason of the refusal. */
export type Answered = { done: string; sentence: string }

const PAUSE_MS = 1
const db = openDatabase(process.argv[2] ?? '')

process.stdout.write('ready\n')
for await (const line of createInterface({ input: process.stdin })) {
  const told: Told = JSON.parse(line)
  const answer = await untilItIsDecided(told)
  process.stdout.write(`${JSON.stringify(answer)}\n`)
}

function act(told: Told) {
  const as = actingAs(told.actor)
  return told.verb === 'rule' ? recordRuling(db, as(told.input)) : fileClaim(db, as(told.input))
}

/** The database waits 100 ms for the other process and gives up; whoever writes tries again. */
async function untilItIsDecided(told: Told): Promise<Answered> {
  while (Date.now() < told.atMs);
  for (;;) {
    try {
      const result = act(told)
      return result.ok
        ? { done: 'ok', sentence: '' }
        : { done: result.refusal.reason, sentence: result.refusal.sentence }
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY'))) throw error
      await setTimeout(PAUSE_MS)
    }
  }
}
