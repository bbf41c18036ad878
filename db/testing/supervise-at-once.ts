/**
 * A process of its own that writes down what the supervisor saw: `node supervise-at-once.ts <database> <first run> <last run>`. It says that
 * it is ready, is told when to begin (epoch milliseconds), starts and ends a run at each of the moments from then on, and answers how many
 * of these steps it was the one to record, and when it was at each run.
 */
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { openDatabase } from '../open-database.ts'
import { endedRun } from '../swarm/supervise.ts'
import { USUAL_TIME } from './people.ts'
import { begunRun, runAsEnded } from './swarm.ts'

/** `at`: for each run, from when until when it tried, in epoch milliseconds. */
export type Answer = { started: number; ended: number; at: { from: number; to: number }[] }

const PAUSE_MS = 1
const APART_MS = 50
const [file = '', first, last] = process.argv.slice(2)
const db = openDatabase(file)

process.stdout.write('ready\n')
const [told] = await once(process.stdin, 'data')
const answer: Answer = { started: 0, ended: 0, at: [] }
for (let run = Number(first); run <= Number(last); run += 1) {
  while (Date.now() < Number(told) + (run - Number(first)) * APART_MS);
  const from = Date.now()
  if (await untilDone(() => begunRun(db, run))) answer.started += 1
  if (await untilDone(() => endedRun(db, runAsEnded(db, run), USUAL_TIME))) answer.ended += 1
  answer.at.push({ from, to: Date.now() })
}
process.stdout.write(`${JSON.stringify(answer)}\n`, () => process.exit(0))

/** The database waits 100 ms for the other process and gives up; whoever writes tries again. */
async function untilDone(write: () => boolean): Promise<boolean> {
  for (;;) {
    try {
      return write()
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY'))) throw error
      await setTimeout(PAUSE_MS)
    }
  }
}
