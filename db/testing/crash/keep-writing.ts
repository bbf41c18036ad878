/**
 * A process of its own that records until it is killed: `node keep-writing.ts <database> <who>`. It opens the file as the app does and
 * acknowledges each event after its verb has returned. In a file where nobody may write yet it acknowledges the first event and waits.
 */
import { writeSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { openLedger } from '../../ledger/open-ledger.ts'
import { openDatabase } from '../../open-database.ts'
import { findRole } from '../../people/find-role.ts'
import { ADVERSARY, BUILDER, USUAL_TIME } from '../people.ts'
import { acknowledge } from './acknowledgements.ts'
import { recordNext } from './record-next.ts'
import { recordedUnder } from './recorded.ts'
import { untilFree } from './until-free.ts'

/** A killed test does not end its writers, so they end by themselves. */
const LONGEST_LIFE_MS = 120_000

const [file = '', who = ''] = process.argv.slice(2)
const actor = who === BUILDER.person ? BUILDER : ADVERSARY

// Only a process that ends by itself would keep what it compiled, and this one never does.
flushCompileCache()
writeSync(1, 'opening\n')
const db = untilFree(() => openDatabase(file))
writeSync(1, 'opened\n')
untilFree(() => openLedger(db, 'real', USUAL_TIME))
acknowledge(recordedUnder(db, 1))
if (findRole(db, actor.person, null) === null)
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LONGEST_LIFE_MS)
else for (let nth = 0; performance.now() < LONGEST_LIFE_MS; nth += 1) acknowledge(recordNext(db, actor, nth))
