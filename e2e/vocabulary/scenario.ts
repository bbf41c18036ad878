import { join } from 'node:path'
import { fileClaim } from '#db/claims/file-claim.ts'
import { proposeClassification } from '#db/classifications/propose-classification.ts'
import type { Db } from '#db/db.ts'
import { openDatabase } from '#db/open-database.ts'
import { addPerson } from '#db/people/add-person.ts'
import { attachedRun, citedCode, recordedObservation, typedClassification } from '#db/testing/evidence.ts'
import { must } from '#db/testing/must.ts'
import { actingAs, OPERATOR } from '#db/testing/people.ts'
import { aPhase, factsOf, gateOf } from '#db/testing/phases.ts'
import type { Server } from '#e2e/server/start-server.ts'
import { prefillStatement } from '#lib/claims/prefill-statement.ts'
import { PRACTICE_PEOPLE } from '#lib/people/practice-people.ts'

/** Writes into the record of a running server, by the verbs, as another process may. The server notices by itself. */
export function inRecordOf<Value>(server: Pick<Server, 'dataFolder'>, act: (db: Db) => Value): Value {
  const db = openDatabase(join(server.dataFolder, 'gatehouse.sqlite'))
  try {
    return act(db)
  } finally {
    db.$client.close()
  }
}

export const asPracticeBuilder = actingAs({ ...PRACTICE_PEOPLE.builder, role: 'builder' })
export const asPracticeAdversary = actingAs({ ...PRACTICE_PEOPLE.adversary, role: 'adversary' })

/** The phase redfix with mumble and gitea, opened by Olga. For a server that was begun empty. */
export function openRedfix(db: Db): void {
  const { person, name } = OPERATOR
  addPerson(db, { person, name, invitedBy: null, role: { role: 'operator', phase: null } }, new Date())
  aPhase(db)
}

/** Both are classified by the practice Builder, mumble on run #1 and obs-1, gitea on code-1: enough to carry a PASS. */
export function classifyBoth(db: Db): void {
  const seen = [
    attachedRun(db, 'mumble', {}, asPracticeBuilder),
    recordedObservation(db, 'mumble', {}, asPracticeBuilder),
  ]
  const onRun = typedClassification('mumble', seen)
  const onCode = typedClassification('gitea', [citedCode(db, 'gitea', {}, asPracticeBuilder)], { place: 'recipe' })
  for (const typed of [onRun, onCode]) must(proposeClassification(db, asPracticeBuilder(typed)))
}

/** M1 is claimed by the practice Builder, worded as the form words it; `how`: to verify each. */
export function claimM1(db: Db, how = 'run it'): void {
  const facts = factsOf(db)
  const parts = facts.failures.flatMap(({ failure }) => {
    const statement = prefillStatement(facts, gateOf(db), failure)
    return statement === null ? [] : [[failure, { ...statement, how }] as const]
  })
  const typed = { phase: 'redfix', gate: 'M1', parts: Object.fromEntries(parts), answers: [] }
  must(fileClaim(db, asPracticeBuilder(typed, new Date())))
}

/** The practice Adversary has looked: run #2 of mumble, code-2 of gitea. */
export function checkBoth(db: Db): void {
  attachedRun(db, 'mumble', {}, asPracticeAdversary)
  citedCode(db, 'gitea', {}, asPracticeAdversary)
}

/** All of it: redfix, classified, M1 claimed, checked. */
export function stageM1(db: Db): void {
  openRedfix(db)
  classifyBoth(db)
  claimM1(db)
  checkBoth(db)
}
