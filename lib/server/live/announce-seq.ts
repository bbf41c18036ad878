import { headSeq } from '#db/ledger/list-events.ts'
import { database } from '../database.ts'
import { headWatch } from './head-watch.ts'

/** Tells the last event's number of a phase (or of all), now and whenever it grows. Answers how to stop. */
export function announceSeq(phase: string | undefined, tell: (seq: number) => void): () => void {
  let told = -1
  const announce = () => {
    const seq = headSeq(database(), phase)
    if (seq === told) return
    told = seq
    tell(seq)
  }
  const stop = headWatch().listen(announce)
  announce()
  return stop
}
