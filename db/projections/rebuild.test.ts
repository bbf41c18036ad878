import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import type { EventKind } from '#lib/ledger/payloads.ts'
import type { Db } from '../db.ts'
import { aCopyOf, aLedger, removeDatabases } from '../testing/databases.ts'
import { tellTheLongStory } from '../testing/long-story.ts'
import { projectionsOf } from '../testing/snapshot.ts'
import { ensureProjections, rebuild } from './ensure-projections.ts'

afterAll(removeDatabases)

const DDL = readFileSync('db/projections/tables.sql', 'utf8')
const story = aLedger()
tellTheLongStory(story)

const kindsIn = (db: Db): string[] => db.$client.prepare<[], string>('SELECT DISTINCT kind FROM ledger').pluck().all()

/** Kinds that the story tells; a new kind belongs in it, or a rebuild of it is not shown to be right. */
const TOLD: { [Kind in EventKind]: true } = {
  'ledger.opened': true,
  'person.added': true,
  'sign-in.added': true,
  'role.given': true,
  'role.withdrawn': true,
  'phase.opened': true,
  'review.imported': true,
  'failure.added': true,
  'gate.defined': true,
  'hypothesis.stated': true,
  'fact.stated': true,
  'note.written': true,
  'reasoning.written': true,
  'reasoning.unfolded': true,
  'verdict.stated': true,
  'obligation.owed': true,
  'obligation.met': true,
  'run.attached': true,
  'run.excluded': true,
  'host.configured': true,
  'host-key.pinned': true,
  'host.retired': true,
  'run.requested': true,
  'run.started': true,
  'run.ended': true,
  'run.cancel-asked': true,
  'run.dropped': true,
  'reservation.taken': true,
  'reservation.released': true,
  'observation.recorded': true,
  'code.cited': true,
  'classification.proposed': true,
  'claim.filed': true,
  'claim.withdrawn': true,
  'ruling.recorded': true,
  'finding.opened': true,
  'verdict.recorded': true,
  'veto.raised': true,
  'veto.lifted': true,
  'plan.recorded': true,
  'fix.attached': true,
  'fix.updated': true,
  'more.asked': true,
  'finding.addressed': true,
  'finding.closed': true,
  'finding.reopened': true,
  'phase.done': true,
  'thread.opened': true,
  'thread.replied': true,
  'thread.settled': true,
  'token.issued': true,
  'token.revoked': true,
}

test('the story tells every kind of event', () => {
  expect(kindsIn(story).sort()).toEqual(Object.keys(TOLD).sort())
})

test('and leaves a row in every projection', () => {
  for (const [table, rows] of Object.entries(projectionsOf(story))) expect(rows, table).not.toEqual([])
})

describe('rebuilt from the ledger, every projection has the same rows', () => {
  test('when the projectors are of another version', () => {
    const db = aCopyOf(story)
    rebuild(db, DDL, 'another version')
    expect(projectionsOf(db)).toEqual(projectionsOf(story))
  })
  test('when the tables are', () => {
    const db = aCopyOf(story)
    db.$client.exec("UPDATE projection_version SET version = 'older'; DELETE FROM claims; DROP TABLE rulings")
    ensureProjections(db, DDL)
    expect(projectionsOf(db)).toEqual(projectionsOf(story))
  })
  test.each([
    ['the row that says their version', 'DELETE FROM projection_version'],
    ['the table of their version', 'DROP TABLE projection_version'],
    ['the names of the tables', "UPDATE projection_version SET version = 'older', tables = ''"],
  ])('when %s is lost', (_, sql) => {
    const db = aCopyOf(story)
    db.$client.exec(sql)
    ensureProjections(db, DDL)
    expect(projectionsOf(db)).toEqual(projectionsOf(story))
  })
  test('and a projection that was tampered with is right again', () => {
    const db = aCopyOf(story)
    db.$client.exec("UPDATE verdicts SET result = 'pass'; UPDATE role_grants SET role = 'adversary'")
    expect(projectionsOf(db)).not.toEqual(projectionsOf(story))
    rebuild(db, DDL, 'another version')
    expect(projectionsOf(db)).toEqual(projectionsOf(story))
  })
})

test('projections of the same version are left as they are', () => {
  const db = aCopyOf(story)
  db.$client.exec('DELETE FROM vetoes')
  ensureProjections(db, DDL)
  expect(projectionsOf(db).vetoes).toEqual([])
})
