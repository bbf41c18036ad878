import { describe, expect, test } from 'vitest'
import { aCopy, aCopyFullOf, aMark, anEvent, inRedfix } from '#lib/testing/a-copy.ts'
import { HOSTILE_WORDS } from '#lib/testing/hostile-words.ts'
import type { DoneFacts } from '../phase-facts.ts'
import { readReview } from '../review/read-review.ts'
import type { GateCopy, PhaseCopy } from './phase-copy.ts'
import { printStatusFile } from './print-status-file.ts'

const linesOf = (different: Parameters<typeof aCopy>[0]) => printStatusFile(aCopy(different)).split('\n')
const gateLines = (text: string) => text.split('\n').filter((line) => line.startsWith('Gate:'))

describe('gate lines', () => {
  const verdict = { ...aMark(7), gate: 'M1', revision: 2, digest: '', result: 'pass', reason: '' } as const
  const veto = { ...aMark(9, 'operator'), veto: 1, gate: 'M1', reason: 'Somebody merged.' }
  const given = 'Adversary Ada @ 2026-06-18T00:06Z, revision 2, event 7'

  test.each<[GateCopy['decision']['standing'], GateCopy['turn']['role'], string]>([
    ['not-open', null, 'Gate: M1 NOT OPEN, the gate before it has not passed'],
    ['not-claimed', 'builder', 'Gate: M1 IN PROGRESS, not claimed'],
    ['claimed', 'adversary', 'Gate: M1 CLAIMED, awaiting Adversary'],
    ['claimed', 'builder', 'Gate: M1 CLAIMED, awaiting Builder'],
    ['passed', null, `Gate: M1 PASS (${given}, no VETO; fresh until 2026-06-19 00:06Z)`],
    ['failed', 'builder', `Gate: M1 FAIL (${given})`],
    ['stale', 'adversary', `Gate: M1 STALE, its PASS no longer counts (${given})`],
  ])('%s, the turn is the %s’s', (standing, role, line) => {
    const judged = ['passed', 'failed', 'stale'].includes(standing)
    const freshUntil = standing === 'passed' ? '2026-06-19T00:06:00.000Z' : null
    const decision = { gate: { gate: 'M1' }, standing, verdict: judged ? verdict : null, freshUntil, failures: [] }
    expect(gateLines(printStatusFile(aCopy({ gates: [{ decision, turn: { role } }] })))).toEqual([line])
    const vetoed = printStatusFile(aCopy({ gates: [{ decision, turn: { role } }], held: { vetoes: [veto] } }))
    expect(gateLines(vetoed)).toEqual(['Gate: M1 VETOED by Olga since 2026-06-18T00:08Z (event 9): Somebody merged.'])
  })
  test('a veto on another gate leaves this one as it is', () => {
    expect(gateLines(printStatusFile(aCopy({ held: { vetoes: [{ ...veto, gate: 'M2' }] } })))[0]).toBe(
      'Gate: M1 IN PROGRESS, not claimed',
    )
  })
})

describe('DONE', () => {
  const declared: DoneFacts = {
    ...aMark(30, 'builder'),
    ...{ words: 'All six.', gates: [{ gate: 'M1', revision: 2, verdict: 7 }], reopened: null },
  }
  const unmet: PhaseCopy['done'] = {
    conditions: [
      { id: 'all-passed', words: '', answer: { kind: 'failed', because: 'M2 has not passed', evidence: [] } },
      { id: 'no-veto', words: '', answer: { kind: 'passed', because: 'met', evidence: [] } },
    ],
  }
  test('declared, it is a heading with the verdicts that it rests on', () => {
    const lines = linesOf({ held: { dones: [declared] } })
    expect(lines.slice(lines.indexOf('## DONE')).slice(0, 5)).toEqual([
      ...['## DONE', '', 'Declared 2026-06-18T00:29Z by Bob, event 30, on M1 revision 2 (event 7).', '', '> All six.'],
    ])
  })
  test.each<[string, Parameters<typeof aCopy>[0], string]>([
    ['not declared', { done: unmet }, 'Not done: M2 has not passed.'],
    ['possible, and not declared', {}, 'Not done: it can be declared.'],
    [
      'declared and opened again',
      { held: { dones: [{ ...declared, reopened: { seq: 31, at: aMark(31).at, because: 'veto on M1' } }] } },
      'Not done: what was declared 2026-06-18T00:29Z by Bob, event 30, was opened again 2026-06-18T00:30Z (event 31): veto on M1',
    ],
  ])('%s, it is no heading, not even a scaffolded one', (_, different, line) => {
    const lines = linesOf(different)
    expect(lines).toContain(line)
    expect(lines.filter((one) => /DONE/.test(one))).toEqual([])
  })
})

test('classifications and fixes stand in tables, the newest classification of each failure', () => {
  const facts = aCopyFullOf('a | b').facts
  const lines = linesOf({ held: { classifications: facts.classifications, fixes: facts.fixes } })
  expect(lines).toContain('| mumble |  |  | flaky under load, recipe | a \\| b | #1 |')
  expect(lines).toContain('| gitea |  |  | not classified |  |  |')
  expect(lines).toContain(
    '| mumble | recipe pull request #4 of a \\| b (fix 1) | open at abcdef01, stated by the Builder 00:02Z, not checked | !testme on the pull request | a \\| b |',
  )
})

test('the Builder’s sealed reasoning leaves no trace', () => {
  const sealed = { sealed: 'f'.repeat(64), length: 12 }
  const event = anEvent(5, { ...inRedfix('mumble'), kind: 'reasoning.written', payload: sealed }, 'builder')
  expect(linesOf({ events: [event] })).toEqual(linesOf({}))
})

test('it is no REVIEW, and the importer says so', () => {
  expect(readReview(printStatusFile(aCopy()))).toMatchObject({ ok: false, refusal: { line: 1 } })
})

describe('whatever people write, the file has the structure of one in which they write “x”', () => {
  const shape = (text: string) => {
    const lines = text.split('\n')
    return {
      sections: lines.filter((line) => /^#{2,6} /.test(line)),
      gates: gateLines(text).map((line) => line.slice(0, 'Gate: M1 VETOED'.length)),
      cells: lines.filter((line) => /^\s*\|/.test(line)).map((line) => line.match(/(?<!\\)(?:\\\\)*\|/g)?.length),
      headings: lines.filter((line) => /^[\s>]*(?:(?:[-*+]|\d+[.)])\s+)*#{1,6}(?:\s|$)/.test(line)).length,
      live: lines.filter((line) => /(?<!\\)(?:\\\\)*<[a-z/!?]/i.test(line)),
    }
  }
  const plain = shape(printStatusFile(aCopyFullOf('x')))

  test.each(HOSTILE_WORDS)('who tries %s', (_, words) => {
    expect(shape(printStatusFile(aCopyFullOf(words)))).toEqual(plain)
  })
  test('the shape is not empty', () => {
    expect(plain.gates).toEqual(['Gate: M1 VETOED', 'Gate: M2 VETOED'])
    expect([plain.sections.length, plain.headings, plain.cells.length]).toEqual([4, 5, 7])
  })
})
