import { addFailure } from '../../failures/add-failure.ts'
import { listTokens } from '../../tokens/find-token.ts'
import { issueToken } from '../../tokens/issue-token.ts'
import { revokeToken } from '../../tokens/revoke-token.ts'
import { asAdversary, asBuilder, asOperator } from '../people.ts'
import { aPhase } from '../phases.ts'
import { type Chapter, done, phase } from './chapter.ts'

/** What else is recorded of a phase, and a second phase beside it. */
export const AFTERWARDS: Chapter[] = [
  (db) => done(issueToken(db, asBuilder({ phase, name: 'claim script', role: 'builder', days: 30 }))),
  (db) => done(issueToken(db, asAdversary({ phase, name: 'reader', role: null, days: 1 }))),
  (db) =>
    done(revokeToken(db, asOperator({ phase, token: listTokens(db, phase)[0]?.token ?? '', reason: 'It leaked.' }))),
  (db) => {
    const added = {
      phase,
      failure: 'keycloak',
      recipe: 'keycloak',
      version: '10.0.1',
      image: null,
      sweptAs: 'taken out',
    }
    done(addFailure(db, asBuilder(added)))
  },
  (db) => aPhase(db, 'canon'),
]
