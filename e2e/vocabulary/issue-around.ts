import type { Db } from '#db/db.ts'
import { must } from '#db/testing/must.ts'
import { issueToken } from '#db/tokens/issue-token.ts'
import { revokeToken } from '#db/tokens/revoke-token.ts'
import { asAdversaryNow, asBuilderNow } from './scenario-now.ts'
import { ODD_TEXT, WORST_PHASE } from './worst-record.ts'

/** Tokens in each standing, and one with a name that no layout expects. */
export function issueAround(db: Db): void {
  const phase = 'redfix'
  must(issueToken(db, asBuilderNow({ phase, name: 'nightly claim script', role: 'builder', days: 30 })))
  must(issueToken(db, asAdversaryNow({ phase, name: 'judge', role: 'adversary', days: 7 })))
  const leaked = must(issueToken(db, asBuilderNow({ phase, name: 'status page', role: null, days: 365 }))).recorded
  must(revokeToken(db, asBuilderNow({ phase, token: leaked.subject ?? '', reason: 'It stood in a public log.' })))
  const name = `${ODD_TEXT}${'abcdefghij'.repeat(8)}`.slice(0, 80)
  must(issueToken(db, asAdversaryNow({ phase: WORST_PHASE, name, role: null, days: 1 })))
}
