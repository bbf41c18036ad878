import { afterAll, expect, test } from 'vitest'
import type { Db } from '../db.ts'
import { addFailure } from '../failures/add-failure.ts'
import { rehearse } from '../ledger/rehearse.ts'
import { openDatabase } from '../open-database.ts'
import { projectionsDdl } from '../projections/ddl.ts'
import { rebuildProjections } from '../projections/ensure-projections.ts'
import { aCopyOf, removeDatabases } from '../testing/databases.ts'
import { must } from '../testing/must.ts'
import { asOperator } from '../testing/people.ts'
import { aPhase, aPhaseAlone, factsOf } from '../testing/phases.ts'
import { findPhaseFacts } from './find-phase-facts.ts'
import { keepFacts } from './keep-facts.ts'

afterAll(removeDatabases)

const redfix = aPhaseAlone()
const add = (db: Db, failure: string, phase = 'redfix') =>
  must(addFailure(db, asOperator({ phase, failure, recipe: failure, version: null, image: null, sweptAs: null })))
const namesIn = (db: Db, phase = 'redfix') => factsOf(db, phase).failures.map(({ failure }) => failure)

test('facts are read once while nothing is recorded about the phase', () => {
  const db = aCopyOf(redfix)
  const facts = factsOf(db)
  aPhase(db, 'canon')
  expect(factsOf(db)).toBe(facts)
  expect(factsOf(db, 'canon')).not.toBe(facts)
})

test('an event is in them at once', () => {
  const db = aCopyOf(redfix)
  factsOf(db)
  add(db, 'keycloak')
  expect(namesIn(db)).toEqual(['mumble', 'gitea', 'keycloak'])
})

test('what another process records is in them at once', () => {
  const db = aCopyOf(redfix)
  factsOf(db)
  const other = openDatabase(db.$client.name)
  add(other, 'keycloak')
  other.$client.close()
  expect(namesIn(db)).toEqual(['mumble', 'gitea', 'keycloak'])
})

test('what was rehearsed and taken back is not in them, nor in place of what another process then records', () => {
  const db = aCopyOf(redfix)
  const rehearsal = () =>
    rehearse(db, () => {
      add(db, 'discourse')
      return namesIn(db)
    })
  expect(rehearsal()).toContain('discourse')
  expect(namesIn(db)).toEqual(['mumble', 'gitea'])
  rehearsal()
  const other = openDatabase(db.$client.name)
  add(other, 'keycloak')
  other.$client.close()
  expect(namesIn(db)).toEqual(['mumble', 'gitea', 'keycloak'])
})

test('projections that were rebuilt are read again', () => {
  const db = aCopyOf(redfix)
  db.$client.exec("UPDATE phases SET title = 'Tampered with'")
  expect(factsOf(db).title).toBe('Tampered with')
  rebuildProjections(db, projectionsDdl())
  expect(factsOf(db).title).toBe('Two red recipes')
})

test('a phase that was not there is there once it is opened', () => {
  const db = aCopyOf(redfix)
  expect(findPhaseFacts(db, 'canon')).toBeNull()
  aPhase(db, 'canon')
  expect(namesIn(db, 'canon')).toEqual(['mumble', 'gitea'])
})

test('of very many phases those that were read last are kept', () => {
  const db = aCopyOf(redfix)
  const facts = factsOf(db)
  const read: string[] = []
  const keep = (nth: number) =>
    keepFacts(db, `phase-${nth}`, () => {
      read.push(`phase-${nth}`)
      return facts
    })
  for (let nth = 1; nth <= 100; nth += 1) keep(nth)
  read.length = 0
  for (let nth = 1; nth <= 100; nth += 1) keep(nth)
  expect(read).toEqual([])
  expect(factsOf(db)).not.toBe(facts)
  keep(1)
  expect(read).toEqual(['phase-1'])
})
