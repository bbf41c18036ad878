import type { Db } from '#db/db.ts'
import { must } from '#db/testing/must.ts'
import { openThread } from '#db/threads/open-thread.ts'
import { reply } from '#db/threads/reply.ts'
import { settleThread } from '#db/threads/settle-thread.ts'
import { asAdversaryNow, asBuilderNow } from './scenario-now.ts'
import { ODD_TEXT, WORST_FAILURE, WORST_PHASE } from './worst-record.ts'

const phase = 'redfix'

/** Questions in each state, in order: 1 waits for the Builder, 2 is answered, 3 is settled, 4 has words that no layout expects. */
export function askAround(db: Db): void {
  must(openThread(db, asAdversaryNow({ phase, about: 'M1', to: 'builder', text: 'Which harness commit was it?' })))
  must(openThread(db, asAdversaryNow({ phase, about: 'mumble', to: 'builder', text: 'What ran beside it?' })))
  must(reply(db, asBuilderNow({ phase, thread: 2, text: 'Eleven deploys of the sweep.\nSee #4.' })))
  must(openThread(db, asBuilderNow({ phase, about: '#1', to: 'adversary', text: 'Did your run overlap mine?' })))
  must(reply(db, asAdversaryNow({ phase, thread: 3, text: 'No.' })))
  must(settleThread(db, asBuilderNow({ phase, thread: 3 })))
  const long = `${ODD_TEXT} ${'abcdefghij'.repeat(200)}`
  const worst = { phase: WORST_PHASE, about: WORST_FAILURE, to: 'builder', text: long } as const
  must(openThread(db, asAdversaryNow(worst)))
  must(reply(db, asBuilderNow({ phase: WORST_PHASE, thread: 4, text: `${long} once more` })))
}
