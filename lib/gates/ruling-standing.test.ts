import { describe, expect, test } from 'vitest'
import { checkedM1, ruledM1 } from '#lib/testing/claimed-phases.ts'
import { changed, gateRedefined } from '#lib/testing/phase-steps.ts'
import { LIFETIME_MS, moment, recordOf, type Step } from '#lib/testing/record-of.ts'
import { claimed, classified, leftOut, reading, ruled, run, theAdversary, withdrawn } from '#lib/testing/steps.ts'
import type { Answer } from './answer.ts'
import { judgeRuling } from './ruling-standing.ts'

/** How the ruling on a failure stands at M1. */
function rulingOn(failure: string, steps: Step[], now = moment('02:00')): Answer {
  const facts = recordOf(...steps)
  const [gate] = facts.gates
  const held = facts.failures.find((one) => one.failure === failure)
  if (!gate || !held) throw new Error('The phase has lost its gate or its failure.')
  return judgeRuling(facts, gate, held, now)
}

// mumble is ruled PASS at 01:18Z and the lifetime is 24 h.
describe('a PASS by its age', () => {
  test.each<[string, number, Answer['kind']]>([
    ['counts before it was given, on a clock that runs behind', -1, 'passed'],
    ['counts at the moment it is given', 0, 'passed'],
    ['counts one millisecond before its lifetime is over', LIFETIME_MS - 1, 'passed'],
    ['is stale exactly at its lifetime', LIFETIME_MS, 'stale'],
    ['is stale one millisecond after', LIFETIME_MS + 1, 'stale'],
  ])('%s', (_, ageMs, kind) => {
    expect(rulingOn('mumble', ruledM1, moment('01:18', ageMs)).kind).toBe(kind)
  })

  test('says since when it is stale and why', () => {
    expect(rulingOn('mumble', ruledM1, moment('01:18', LIFETIME_MS + 5))).toMatchObject({
      since: '2026-06-19T01:18:00.000Z',
      because: 'older than 24 h',
    })
  })

  test('keeps the lifetime of its phase', () => {
    const anHour = [...ruledM1, changed({ lifetimeMs: 3_600_000 })]
    expect(rulingOn('mumble', anHour, moment('02:17')).kind).toBe('passed')
    expect(rulingOn('mumble', anHour, moment('02:18'))).toMatchObject({ kind: 'stale', because: 'older than 1 h' })
  })

  test('a FAIL does not age', () => {
    expect(rulingOn('mumble', [...checkedM1, ruled('mumble', 'fail')], moment('01:18', 9 * LIFETIME_MS)).kind).toBe(
      'failed',
    )
  })
})

describe('a PASS by what it judged', () => {
  test.each<[string, Step[], Answer['kind'], string]>([
    ['nothing is claimed', [], 'missing', 'nothing is claimed yet'],
    ['nobody has ruled', checkedM1, 'missing', 'not ruled yet'],
    ['it stands, and says why', ruledM1, 'passed', 'Seen: pass.'],
    ['a later FAIL takes its place', [...ruledM1, ruled('mumble', 'fail')], 'failed', 'Seen: fail.'],
    [
      'a PASS after a FAIL takes its place',
      [...checkedM1, ruled('mumble', 'fail'), ruled('mumble')],
      'passed',
      'Seen: pass.',
    ],
    ['the claim is withdrawn', [...ruledM1, withdrawn()], 'missing', 'nothing is claimed yet'],
    ['the claim is withdrawn and filed again as it was', [...ruledM1, withdrawn(), claimed()], 'passed', 'Seen: pass.'],
    [
      'it is claimed again with another text',
      [...ruledM1, claimed('M1', { mumble: 'Something else.' })],
      'stale',
      'revision 2 claims something else than what was judged',
    ],
    [
      'another failure is claimed with another text',
      [...ruledM1, claimed('M1', { gitea: 'Something else.' })],
      'passed',
      'Seen: pass.',
    ],
    [
      'a FAIL on another text does not count either',
      [...checkedM1, ruled('mumble', 'fail'), claimed('M1', { mumble: 'Fixed.' })],
      'stale',
      'revision 2 claims something else than what was judged',
    ],
    [
      'a FAIL is carried where its part did not change',
      [...checkedM1, ruled('mumble', 'fail'), claimed('M1', { gitea: 'New.' })],
      'failed',
      'Seen: fail.',
    ],
    [
      'it is classified anew',
      [...ruledM1, classified('mumble', { cites: ['#1'], behaviour: 'gone' })],
      'stale',
      'since the claim the classification changed',
    ],
    [
      'only the plain words are new',
      [...ruledM1, classified('mumble', { cites: ['#1'], plainWords: 'Slow.' })],
      'stale',
      'since the claim the classification changed',
    ],
    [
      'another failure is classified anew',
      [...ruledM1, classified('gitea', { cites: ['code-1'], behaviour: 'gone' })],
      'passed',
      'Seen: pass.',
    ],
    ['a cited run is left out', [...ruledM1, leftOut('#1')], 'stale', 'since the claim #1 was left out'],
    ['a run that is not cited is left out', [...ruledM1, run('mumble'), leftOut('#3')], 'passed', 'Seen: pass.'],
    ['more evidence comes that nobody cites', [...ruledM1, run('mumble'), reading('mumble')], 'passed', 'Seen: pass.'],
    [
      'the gate asks something else',
      [...ruledM1, gateRedefined('M1', 'Each is shown twice.')],
      'stale',
      'since the claim the gate’s criteria changed',
    ],
    ['another gate asks something else', [...ruledM1, gateRedefined('M2', 'All green.')], 'passed', 'Seen: pass.'],
    [
      'the plan moves',
      [...ruledM1, changed({ planPath: 'plans/other.md' })],
      'stale',
      'since the claim the plan changed',
    ],
    [
      'two things change',
      [...ruledM1, classified('mumble', { cites: ['#1'], cause: 'Other.' }), leftOut('#1')],
      'stale',
      'since the claim the classification changed, #1 was left out',
    ],
    [
      'it was left out, and claimed again without it',
      [...ruledM1, leftOut('#1'), claimed()],
      'stale',
      'revision 2 claims something else than what was judged',
    ],
  ])('%s', (_, steps, kind, because) => {
    expect(rulingOn('mumble', steps)).toMatchObject({ kind, because })
  })
})

describe('a PASS whose own check was left out', () => {
  const LEFT_OUT = '#2, the own check it rests on, was left out'
  test.each<[string, Step[], Answer['kind'], string]>([
    ['does not count', [...ruledM1, leftOut('#2')], 'stale', LEFT_OUT],
    [
      'is not brought back by a later check, which nobody ruled on',
      [...ruledM1, leftOut('#2'), run('mumble', {}, theAdversary)],
      'stale',
      LEFT_OUT,
    ],
    [
      'counts again when it is given again',
      [...ruledM1, leftOut('#2'), run('mumble', {}, theAdversary), ruled('mumble')],
      'passed',
      'Seen: pass.',
    ],
    [
      'counts while a second own check from before it stands',
      [...checkedM1, run('mumble', {}, theAdversary), ruled('mumble'), leftOut('#2')],
      'passed',
      'Seen: pass.',
    ],
  ])('%s', (_, steps, kind, because) => {
    expect(rulingOn('mumble', steps)).toMatchObject({ kind, because })
  })
})

// Every step takes a minute from 00:00Z on; `ruledM1` has ten, so the next is 00:12Z.
describe('stale since', () => {
  test.each<[string, Step[], string]>([
    ['the claim that replaced what was judged', [...ruledM1, claimed('M1', { mumble: 'New.' })], '00:12'],
    ['the new classification', [...ruledM1, classified('mumble', { cites: ['#1'], behaviour: 'gone' })], '00:12'],
    ['the moment a cited run was left out', [...ruledM1, leftOut('#1')], '00:12'],
    ['the moment the own check was left out', [...ruledM1, leftOut('#2')], '00:12'],
    ['the new definition of the gate', [...ruledM1, gateRedefined('M1', 'New.')], '00:12'],
  ])('%s', (_, steps, clock) => {
    expect(rulingOn('mumble', steps)).toMatchObject({ since: moment(clock).toISOString() })
  })
})
