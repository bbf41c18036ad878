import { describe, expect, test } from 'vitest'
import { canonicalJson } from '#lib/ledger/canonical-json.ts'
import { gateOf } from '#lib/testing/decide.ts'
import { recordOf, type Step } from '#lib/testing/record-of.ts'
import { changed, classified, gateRedefined, leftOut, observation, owed, run, vetoed } from '#lib/testing/steps.ts'
import type { Judged, Statement } from './claim-part.ts'
import { describeJudged, whatChanged } from './judged.ts'

const statement: Statement = { what: 'Flaky under load.', how: 'run it', expected: [] }
const base = [run('mumble'), observation('mumble'), classified('mumble', { cites: ['#1', 'obs-1'] })]

function judgedAfter(...steps: Step[]): Judged {
  const facts = recordOf(...base, ...steps)
  const judged = describeJudged(facts, gateOf(facts, 'M1'), 'mumble', statement)
  if (!judged) throw new Error('Nothing would be judged.')
  return judged
}

test('nothing is judged while a failure is not classified', () => {
  const facts = recordOf(run('mumble'))
  expect(describeJudged(facts, gateOf(facts, 'M1'), 'mumble', statement)).toBeNull()
})

test('what is judged is the criteria, the plan, the claim, the classification and the evidence it cites', () => {
  expect(judgedAfter()).toEqual({
    criteria: 'Each failure is classified and shown.',
    purpose: 'cause',
    planPath: 'plans/redfix.md',
    statement,
    classification: {
      behaviour: 'flaky-load',
      place: 'recipe',
      cause: 'The handshake gives up after one second.',
      plainWords: 'Too slow.',
      cites: ['#1', 'obs-1'],
    },
    evidence: [
      { ref: '#1', seq: 2, leftOut: false },
      { ref: 'obs-1', seq: 3, leftOut: false },
    ],
  })
})

describe('the judged text stays the same when', () => {
  test.each<[string, Step]>([
    ['more evidence comes', run('mumble')],
    ['something is owed', owed('mumble', 'M1')],
    ['a veto is raised', vetoed('M1')],
    ['another failure is classified', classified('gitea')],
    ['another gate is defined anew', gateRedefined('M2', 'New.')],
    ['the phase gets another title', changed({ title: 'Seven red recipes' })],
  ])('%s', (_, step) => {
    expect(canonicalJson(judgedAfter(step))).toBe(canonicalJson(judgedAfter()))
  })
})

describe('what changed, in words', () => {
  test.each<[string, Step[], string[]]>([
    ['nothing', [], []],
    [
      'the behaviour',
      [classified('mumble', { cites: ['#1', 'obs-1'], behaviour: 'gone' })],
      ['the classification changed'],
    ],
    ['the place', [classified('mumble', { cites: ['#1', 'obs-1'], place: 'harness' })], ['the classification changed']],
    ['the cause', [classified('mumble', { cites: ['#1', 'obs-1'], cause: 'Other.' })], ['the classification changed']],
    ['what is cited', [classified('mumble', { cites: ['#1'] })], ['the classification changed']],
    ['the order of what is cited', [classified('mumble', { cites: ['obs-1', '#1'] })], ['the classification changed']],
    ['the criteria', [gateRedefined('M1', 'New.')], ['the gate’s criteria changed']],
    ['the plan', [changed({ planPath: null })], ['the plan changed']],
    ['whether a run counts', [leftOut('#1')], ['#1 was left out']],
    [
      'all of it',
      [
        classified('mumble', { cites: ['#1'], behaviour: 'gone' }),
        gateRedefined('M1', 'New.'),
        changed({ planPath: null }),
        leftOut('#1'),
      ],
      ['the classification changed', 'the gate’s criteria changed', 'the plan changed', '#1 was left out'],
    ],
  ])('%s', (_, steps, words) => {
    expect(whatChanged(judgedAfter(), judgedAfter(...steps))).toEqual(words)
  })

  test('the claim’s own text', () => {
    const before = judgedAfter()
    expect(whatChanged(before, { ...before, statement: { ...statement, how: 'another way' } })).toEqual([
      'the claim’s own text changed',
    ])
  })
  test('a classification that is gone', () => {
    expect(whatChanged(judgedAfter(), null)).toEqual(['the classification is gone'])
  })
  test('a run that was left out before the claim is no change', () => {
    expect(whatChanged(judgedAfter(leftOut('#1')), judgedAfter(leftOut('#1')))).toEqual([])
  })
})
