import { afterAll, describe, expect, test } from 'vitest'
import type { Db } from '../db.ts'
import { aCopyOf, removeDatabases } from '../testing/databases.ts'
import { attachedRun, typedClassification } from '../testing/evidence.ts'
import { aClassifiedPhase } from '../testing/gates.ts'
import { must } from '../testing/must.ts'
import { asBuilder } from '../testing/people.ts'
import { aPhase, factsOf } from '../testing/phases.ts'
import { refusalOf } from '../testing/refusals.ts'
import { proposeClassification } from './propose-classification.ts'

afterAll(removeDatabases)

// mumble is classified on #1, gitea on code-1; #2 is a run of mumble in another phase.
const db = aClassifiedPhase()
aPhase(db, 'canon')
attachedRun(db, 'mumble', { phase: 'canon' })
const propose = (on: Db, ...typed: Parameters<typeof typedClassification>) =>
  proposeClassification(on, asBuilder(typedClassification(...typed)))

describe('refused, and nothing written', () => {
  test.each<[string, Parameters<typeof typedClassification>, string, string]>([
    [
      'of a failure that is not there',
      ['keycloak', []],
      'no_such_failure',
      'The phase redfix has no failure called keycloak.',
    ],
    ['on evidence that is not there', ['mumble', ['#9']], 'no_such_evidence', '#9 is not on record in this phase.'],
    ['on evidence of another phase', ['mumble', ['#2']], 'no_such_evidence', '#2 is not on record in this phase.'],
    [
      'on evidence of another failure',
      ['mumble', ['#1', 'code-1']],
      'other_evidence',
      'code-1 was recorded for gitea, not for mumble.',
    ],
    ['that is on record', ['mumble', ['#1', 'obs-1']], 'nothing_new', 'This is exactly what is on record'],
  ])('%s', (_, typed, reason, part) => {
    const refusal = refusalOf(db, () => propose(db, ...typed))
    expect(refusal.reason).toBe(reason)
    expect(refusal.sentence).toContain(part)
  })
})

test.each<[string, Parameters<typeof typedClassification>]>([
  ['other plain words', ['mumble', ['#1', 'obs-1'], { plainWords: 'Too slow.' }]],
  ['another place', ['mumble', ['#1', 'obs-1'], { place: 'harness' }]],
  ['fewer cites', ['mumble', ['#1']]],
])('%s is a new hypothesis; the earlier one stays in the history', (_, typed) => {
  const copy = aCopyOf(db)
  const before = factsOf(copy)
  must(propose(copy, ...typed))
  expect(factsOf(copy).classifications).toHaveLength(2)
  expect(copy.$client.prepare('SELECT count(*) AS count FROM classifications').get()).toEqual({ count: 3 })
  expect(factsOf(copy).classifications.find(({ failure }) => failure === 'gitea')).toEqual(
    before.classifications.find(({ failure }) => failure === 'gitea'),
  )
})
