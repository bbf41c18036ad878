import type { Db } from '#db/db.ts'
import { addressFinding } from '#db/findings/address-finding.ts'
import { closeFinding } from '#db/findings/close-finding.ts'
import { reopenFinding } from '#db/findings/reopen-finding.ts'
import { attachFix } from '#db/fixes/attach-fix.ts'
import { updateFix } from '#db/fixes/update-fix.ts'
import { excludeRun } from '#db/runs/exclude-run.ts'
import { attachedRun, GREEN, recordedObservation } from '#db/testing/evidence.ts'
import { must } from '#db/testing/must.ts'
import { factsOf } from '#db/testing/phases.ts'
import type { AttachFixInput } from '#lib/fixes/inputs.ts'
import { rule } from './rich-record.ts'
import { asAdversaryNow, asBuilderNow } from './scenario-now.ts'

const redfix = { phase: 'redfix' }
const [FIRST_HEAD, HEAD] = ['9f8e7d6c5b4a3928', 'a1b2c3d4e5f60718']

/** What is typed of a recipe's pull request that promotes. */
export const typedFix = (failure: string, different: Partial<AttachFixInput> = {}): AttachFixInput => ({
  ...{ phase: 'redfix', failure, kind: 'recipe-pr', repository: `recipe-maintainers/${failure}`, pullRequest: 4 },
  ...{ head: FIRST_HEAD, state: 'open', route: 'testme', promotion: 'promotes', promotionReason: '' },
  ...{ changes: 'The overlay test asks for the image that was released.' },
  ...different,
})

/** Goes on from `fillRedfix`: a fix of discourse that moved on, its runs at both heads; one finding opened again, one closed. */
export function fixDiscourse(db: Db): void {
  must(attachFix(db, asBuilderNow(typedFix('discourse'))))
  const tested = (recipeCommit: string, different = {}) =>
    attachedRun(db, 'discourse', { ...GREEN, recipeCommit, pullRequest: 4, ...different }, asBuilderNow)
  tested(FIRST_HEAD)
  must(updateFix(db, asBuilderNow({ ...redfix, fix: 1, head: HEAD, state: 'open', how: 'Pushed after review.' })))
  tested(HEAD)
  const lint = { name: 'lint', status: 'fail', tests: [] } as const
  tested(HEAD, { tiers: [lint, ...GREEN.tiers], rulesFailed: ['R011', 'R014'] })
  const spoilt = Number(tested(HEAD, { condition: 'promote', deployment: 'warm' }).slice(1))
  must(excludeRun(db, asAdversaryNow({ ...redfix, run: spoilt, reason: 'A sweep ran beside it.' })))
  const steady = { kind: 'stabilisation', route: 'load', promotion: 'nothing-promoted', pullRequest: null } as const
  must(
    attachFix(
      db,
      asBuilderNow(
        typedFix('discourse', { ...steady, repository: 'cc-ci', promotionReason: 'The recipe has no warm instance.' }),
      ),
    ),
  )
  answerMumble(db)
  closeBluesky(db)
}

function answerMumble(db: Db): void {
  const finding = { ...redfix, finding: findingOf(db, 'mumble') }
  must(addressFinding(db, asBuilderNow({ ...finding, with: 'Three more reds under load, #1.', cites: ['#1'] })))
  must(reopenFinding(db, asAdversaryNow({ ...finding, reason: 'They broke at another stage.' })))
}

function closeBluesky(db: Db): void {
  rule(db, 'bluesky-pds', 'fail')
  const finding = { ...redfix, finding: findingOf(db, 'bluesky-pds') }
  const cites = [recordedObservation(db, 'bluesky-pds', { output: '10.0.1.7 app\n' }, asAdversaryNow)]
  must(addressFinding(db, asBuilderNow({ ...finding, with: 'The alias is quoted in full now.', cites: [] })))
  must(closeFinding(db, asAdversaryNow({ ...finding, reason: 'One service answers now.', cites })))
}

const findingOf = (db: Db, failure: string): string =>
  factsOf(db).findings.find((held) => held.failure === failure)?.finding ?? ''
