import { describe, expect, test } from 'vitest'
import { USUAL_REQUIREMENTS } from '#lib/gates/requirements.ts'
import { canonicalJson } from '#lib/ledger/canonical-json.ts'
import { gateOf } from '#lib/testing/decide.ts'
import { foundWrong } from '#lib/testing/finding-steps.ts'
import { fixAttached, fixMoved, HEAD, NEXT_HEAD, runOfFix } from '#lib/testing/fix-steps.ts'
import { changed, gateRedefined, owed, planRecorded, vetoed } from '#lib/testing/phase-steps.ts'
import { recordOf, type Step } from '#lib/testing/record-of.ts'
import { classified, leftOut, observation, run, theAdversary } from '#lib/testing/steps.ts'
import type { Judged, Statement } from './claim-part.ts'
import { describeJudged, whatChanged } from './judged.ts'

const statement: Statement = { what: 'Flaky under load.', how: 'run it', expected: [] }
const base = [run('mumble'), observation('mumble'), classified('mumble', { cites: ['#1', 'obs-1'] })]

function judgedAfter(...steps: Step[]): Judged {
  return judgedAt('M1', ...base, ...steps)
}
function judgedAt(gate: string, ...steps: Step[]): Judged {
  const facts = recordOf(...steps)
  const judged = describeJudged(facts, gateOf(facts, gate), 'mumble', statement)
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
    requirements: USUAL_REQUIREMENTS.cause,
    plan: { path: 'plans/redfix.md', sha256: null },
    statement,
    classification: {
      behaviour: 'flaky-load',
      place: 'recipe',
      cause: 'The handshake gives up after one second.',
      plainWords: 'Too slow.',
      cites: ['#1', 'obs-1'],
    },
    fixes: [],
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
    ['a fix is attached', fixAttached('mumble')],
    ['a finding is opened', foundWrong('mumble')],
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
    ['the plan’s text, recorded for the first time', [planRecorded()], ['the plan changed']],
    [
      'what is asked',
      [gateRedefined('M1', 'Each failure is classified and shown.', ['classified', 'ruled'])],
      ['the gate’s requirements changed'],
    ],
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
  test('a gate that has come to ask for what nobody has said', () => {
    expect(whatChanged(judgedAfter(), null)).toEqual(['the gate asks for what is not on record'])
  })
  test('a run that was left out before the claim is no change', () => {
    expect(whatChanged(judgedAfter(leftOut('#1')), judgedAfter(leftOut('#1')))).toEqual([])
  })
})

describe('at a gate about fixes', () => {
  const fixed = [...base, fixAttached('mumble'), runOfFix('mumble')]

  test('nothing is judged without a fix, nor with one that was closed', () => {
    const judged = (...steps: Step[]) => {
      const facts = recordOf(...steps)
      return describeJudged(facts, gateOf(facts, 'M2'), 'mumble', statement)
    }
    expect(judged(...base)).toBeNull()
    expect(judged(...fixed, fixMoved(1, { state: 'closed' }))).toBeNull()
    expect(judged(...base, fixAttached('gitea'))).toBeNull()
  })

  test('what is judged is the fix and the Builder’s runs at its head, not the classification', () => {
    const { classification, fixes, evidence } = judgedAt('M2', ...fixed)
    expect({ classification, fixes, evidence }).toEqual({
      classification: null,
      fixes: [
        {
          ...{ fix: 1, kind: 'recipe-pr', repository: 'recipes/mumble', pullRequest: 4, head: HEAD, route: 'testme' },
          promotion: 'nothing-promoted',
        },
      ],
      evidence: [{ ref: '#2', seq: 6, leftOut: false }],
    })
  })

  test.each<[string, Step[]]>([
    ['the failure is classified anew', [classified('mumble', { cites: ['#1'], behaviour: 'gone' })]],
    ['the Adversary runs it', [runOfFix('mumble', {}, theAdversary)]],
    ['the Builder runs something else', [run('mumble')]],
    ['somebody checks where it stands', [fixMoved(1, {}, theAdversary)]],
    ['it is merged: that is asked anew each time', [fixMoved(1, { state: 'merged' })]],
    ['another failure gets a fix', [fixAttached('gitea')]],
  ])('the judged text stays the same when %s', (_, steps) => {
    expect(canonicalJson(judgedAt('M2', ...fixed, ...steps))).toBe(canonicalJson(judgedAt('M2', ...fixed)))
  })

  test.each<[string, Step[], string[]]>([
    ['its head', [fixMoved(1, { head: NEXT_HEAD })], ['the fix moved from fee1600d to decade00']],
    ['how many there are', [fixAttached('mumble', { head: NEXT_HEAD })], ['a fix was added']],
    ['whether the Builder’s run counts', [leftOut('#2')], ['#2 was left out']],
    ['the plan', [planRecorded()], ['the plan changed']],
    ['the criteria', [gateRedefined('M2', 'New.')], ['the gate’s criteria changed']],
  ])('what changed, in words: %s', (_, steps, words) => {
    expect(whatChanged(judgedAt('M2', ...fixed), judgedAt('M2', ...fixed, ...steps))).toEqual(words)
  })

  test('what changed, in words: one of two fixes was closed', () => {
    const two = [...fixed, fixAttached('mumble', { head: NEXT_HEAD })]
    expect(whatChanged(judgedAt('M2', ...two), judgedAt('M2', ...two, fixMoved(2, { state: 'closed' })))).toEqual([
      'a fix was closed',
    ])
  })
  test('what changed, in words: the only fix is gone', () => {
    expect(whatChanged(judgedAt('M2', ...fixed), null)).toEqual(['the fix is gone'])
  })
  test('a further run of the Builder’s at the head is part of the next claim, and makes no ruling stale', () => {
    const more = judgedAt('M2', ...fixed, runOfFix('mumble'))
    expect(more.evidence.map(({ ref }) => ref)).toEqual(['#2', '#3'])
    expect(whatChanged(judgedAt('M2', ...fixed), more)).toEqual([])
  })
})

test('a plan that is recorded later changes what both gates judge', () => {
  const fixed = [...base, fixAttached('mumble')]
  for (const gate of ['M1', 'M2']) {
    const [before, now] = [judgedAt(gate, ...fixed), judgedAt(gate, ...fixed, planRecorded())]
    expect(canonicalJson(before)).not.toBe(canonicalJson(now))
    expect(whatChanged(now, judgedAt(gate, ...fixed, planRecorded(), planRecorded('another')))).toEqual([
      'the plan changed',
    ])
  }
})

test('a gate that asks for both judges both, and needs both on record', () => {
  const both = gateRedefined('M1', 'All.', ['classified', 'fix-attached', 'ruled'])
  const facts = recordOf(...base, both)
  expect(describeJudged(facts, gateOf(facts, 'M1'), 'mumble', statement)).toBeNull()
  const { classification, fixes } = judgedAt('M1', ...base, both, fixAttached('mumble'))
  expect([classification?.place, fixes[0]?.head]).toEqual(['recipe', HEAD])
})
