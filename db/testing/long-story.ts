import type { Db } from '../db.ts'
import { AFTERWARDS } from './chapters/afterwards.ts'
import type { Chapter } from './chapters/chapter.ts'
import { FIRST_CLAIM } from './chapters/first-claim.ts'
import { FIXES } from './chapters/fixes.ts'
import { OPENING } from './chapters/opening.ts'
import { SECOND_CLAIM } from './chapters/second-claim.ts'
import { SWARM } from './chapters/swarm.ts'

const CHAPTERS: readonly Chapter[] = [...OPENING, ...FIRST_CLAIM, ...SECOND_CLAIM, ...FIXES, ...SWARM, ...AFTERWARDS]

/**
 * A phase from its opening to DONE and its being opened again, with every verb in it, one chapter after the other; told on a ledger with its people.
 * `afterEach` is called after each chapter.
 */
export function tellTheLongStory(db: Db, afterEach: () => void = () => {}): void {
  for (const chapter of CHAPTERS) {
    chapter(db)
    afterEach()
  }
}
