import { describe, expect, test } from 'vitest'
import type { Actor } from '#lib/people/roles.ts'
import { checkedM1, claimedM1 } from '#lib/testing/claimed-phases.ts'
import { recordOf, type Step } from '#lib/testing/record-of.ts'
import { ruled, verdict } from '#lib/testing/steps.ts'
import { isFolded } from './fold-reasoning.ts'

const ada: Actor = { person: 'ada', name: 'Ada', role: 'adversary' }
const onMumble = { seq: 3, failure: 'mumble', person: 'bob' }
const onThePhase = { seq: 3, failure: null, person: 'bob' }
// Every step is one event from 2 on: written after what `steps` did.
const writtenAfter = (steps: Step[]) => ({ seq: steps.length + 2, failure: 'mumble', person: 'bob' })

describe('for an Adversary reasoning is folded', () => {
  test.each<[string, Step[], typeof onMumble | typeof onThePhase]>([
    ['about a failure nobody has ruled on', claimedM1, onMumble],
    ['about a failure when another one is ruled on', [...checkedM1, ruled('gitea')], onMumble],
    [
      'about a failure that another Adversary ruled on',
      [...checkedM1, ruled('mumble', 'pass', { person: 'alan' })],
      onMumble,
    ],
    [
      'about a failure when it was written after their ruling',
      [...checkedM1, ruled('mumble')],
      writtenAfter([...checkedM1, ruled('mumble')]),
    ],
    ['about the phase while no gate has a verdict', [...checkedM1, ruled('mumble')], onThePhase],
  ])('%s', (_, steps, note) => {
    expect(isFolded(recordOf(...steps), note, ada, new Set())).toBe(true)
  })
})

describe('reasoning is open', () => {
  test.each<[string, Step[], typeof onMumble | typeof onThePhase, Actor, number[]]>([
    ['to an Adversary who ruled PASS on it', [...checkedM1, ruled('mumble')], onMumble, ada, []],
    ['to an Adversary who ruled FAIL on it', [...checkedM1, ruled('mumble', 'fail')], onMumble, ada, []],
    [
      'to an Adversary once a gate has its verdict, for the phase',
      [...checkedM1, verdict('fail')],
      onThePhase,
      ada,
      [],
    ],
    ['to an Adversary who unfolded it', claimedM1, onMumble, ada, [3]],
    ['to an Adversary who wrote it', claimedM1, { ...onMumble, person: 'ada' }, ada, []],
    ['to the Builder', claimedM1, onMumble, { ...ada, person: 'bo', role: 'builder' }, []],
    ['to the Operator', claimedM1, onMumble, { ...ada, person: 'olga', role: 'operator' }, []],
    ['to a Stakeholder', claimedM1, onMumble, { ...ada, person: 'sam', role: 'stakeholder' }, []],
  ])('%s', (_, steps, note, actor, unfolded) => {
    expect(isFolded(recordOf(...steps), note, actor, new Set(unfolded))).toBe(false)
  })

  test('one that was unfolded opens no other', () => {
    expect(isFolded(recordOf(...claimedM1), onMumble, ada, new Set([4]))).toBe(true)
  })
})
