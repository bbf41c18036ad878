import { describe, expect, test } from 'vitest'
import { can, explainPermission, type Permission, permissions } from './permissions.ts'
import { roles } from './roles.ts'

/** The whole matrix, said a second time: changing who may do what takes two changes. Letters: Operator, Builder, Adversary, Stakeholder. */
const MATRIX: Record<Permission, string> = {
  'phase.open': 'OB--',
  'review.import': 'OBA-',
  'failure.add': 'OB--',
  'gate.define': 'O---',
  'plan.record': 'O---',
  'note.write': 'OBA-',
  'obligation.owe': '-BA-',
  'obligation.meet': '-BA-',
  'evidence.attach': '-BA-',
  'run.exclude': '-BA-',
  'run.request': '-BA-',
  'run.cancel': 'OBA-',
  'host.configure': 'O---',
  'host.probe': 'OBA-',
  'reservation.take': 'OBA-',
  'reservation.release': 'OBA-',
  'classification.propose': '-B--',
  'fix.attach': '-B--',
  'fix.update': 'OBA-',
  'claim.file': '-B--',
  'claim.withdraw': '-B--',
  'ruling.record': '--A-',
  'more.ask': '--A-',
  'finding.address': '-B--',
  'finding.close': '--A-',
  'finding.reopen': '--A-',
  'verdict.record': '--A-',
  'reasoning.unfold': '--A-',
  'veto.raise': 'O-A-',
  'veto.lift': 'O-A-',
  'phase.declare-done': '-B--',
  'thread.open': 'OBA-',
  'thread.reply': 'OBA-',
  'token.issue': 'OBAS',
  'token.revoke': 'OBAS',
  'person.invite': 'O---',
  'role.withdraw': 'O---',
  'record.read': 'OBAS',
}
const COLUMNS = ['operator', 'builder', 'adversary', 'stakeholder'] as const

describe('who may do what', () => {
  test.each(permissions)('%s', (permission) => {
    expect(COLUMNS.map((role) => (can({ role }, permission) ? role.charAt(0).toUpperCase() : '-')).join('')).toBe(
      MATRIX[permission],
    )
  })
  test.each(permissions)('%s is not for who has no role', (permission) => {
    expect(can({ role: null }, permission)).toBe(false)
  })
  test('the matrix has a column for every role and a row for every permission', () => {
    expect([...COLUMNS].sort()).toEqual([...roles].sort())
    expect(Object.keys(MATRIX)).toEqual(permissions)
  })
  test('only an Adversary judges, and nobody who judges claims', () => {
    for (const role of roles) {
      const judging = ['ruling.record', 'verdict.record', 'more.ask', 'finding.close', 'finding.reopen'] as const
      const judges = judging.some((permission) => can({ role }, permission))
      expect(judges).toBe(role === 'adversary')
      const claiming = [
        'claim.file',
        'classification.propose',
        'fix.attach',
        'finding.address',
        'phase.declare-done',
      ] as const
      expect(judges && claiming.some((permission) => can({ role }, permission))).toBe(false)
    }
  })
})

describe('a missing permission is explained', () => {
  test.each([
    ['claim.file', 'adversary', 'Only the Builder may do this; you are the Adversary here.'],
    ['ruling.record', 'builder', 'Only the Adversary may do this; you are the Builder here.'],
    ['veto.raise', 'stakeholder', 'Only the Adversary or the Operator may do this; you are a Stakeholder here.'],
    [
      'note.write',
      null,
      'Only the Operator, the Builder or the Adversary may do this; you have no role in this phase.',
    ],
  ] as const)('%s to %s', (permission, role, sentence) => {
    expect(explainPermission({ role }, permission)).toBe(sentence)
  })
})
