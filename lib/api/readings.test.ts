import { describe, expect, test } from 'vitest'
import { evaluatePhase } from '#lib/gates/evaluate-phase.ts'
import { checkedM1, claimedM1, doneRedfix, passedM1, passedM2 } from '#lib/testing/claimed-phases.ts'
import { failureOf as failureIn, gateOf as gateIn } from '#lib/testing/decide.ts'
import { vetoed } from '#lib/testing/phase-steps.ts'
import { moment, recordOf, type Step } from '#lib/testing/record-of.ts'
import { listUnmetOfDone, listUnmetOfGate } from './list-unmet.ts'
import { quoteUntrusted } from './quote-untrusted.ts'
import { boardOf, failureOf, gateOf } from './readings.ts'

const NOW = moment('02:00')

describe.each<[string, Step[]]>([
  ['of an open phase', []],
  ['of a claimed gate', claimedM1],
  ['of a passed one', passedM1],
  ['of a phase that is DONE', doneRedfix],
])('a reading %s', (_, steps) => {
  const facts = recordOf(...steps)
  const decision = evaluatePhase(facts, NOW)

  test('answers as the rules do, gate by gate', () => {
    const board = boardOf(facts, NOW)
    expect(board.gates.map(({ gate, standing, turn }) => [gate, standing, turn])).toEqual(
      decision.gates.map((held) => [held.decision.gate.gate, held.decision.standing, held.turn]),
    )
    expect([board.turn, board.done.possible]).toEqual([decision.turn, decision.done.possible])
  })

  test('names the digest that a ruling has to name', () => {
    const gate = gateOf(facts, 'M1', NOW)
    const claim = decision.gates.find((held) => held.decision.gate.gate === 'M1')?.decision.claim
    for (const { failure, digest } of gate?.failures ?? [])
      expect(digest).toBe(claim?.parts.find((part) => part.failure === failure)?.digest ?? null)
    expect(gate?.claim?.digest).toBe(claim?.digest)
  })

  test('is whole JSON, with nothing lost on the way', () => {
    for (const read of [
      boardOf(facts, NOW),
      gateOf(facts, 'M1', NOW),
      failureOf(facts, failureIn(facts, 'mumble'), NOW),
    ]) {
      expect(JSON.parse(JSON.stringify(read))).toEqual(read)
      expect(quoteUntrusted(JSON.parse(JSON.stringify(read)))).toBeTypeOf('object')
    }
  })
})

test('a gate that is not there is nothing', () => expect(gateOf(recordOf(), 'M9', NOW)).toBeNull())

test('a failure brings its own evidence and no other', () => {
  const facts = recordOf(...checkedM1)
  const read = failureOf(facts, failureIn(facts, 'mumble'), NOW)
  expect(read.evidence.map(({ ref }) => ref)).toEqual(['#1', 'obs-1', '#2'])
  expect(read.gates.map(({ gate }) => gate)).toEqual(['M1', 'M2'])
})

describe('what is not met', () => {
  const wanted = (steps: Step[], failure: string | null) =>
    listUnmetOfGate(recordOf(...steps), { gate: 'M1', failure }, NOW).map((one) => `${one.failure} ${one.requirement}`)

  test.each<[string, Step[], string | null, string[]]>([
    [
      'after a claim: checks and rulings',
      claimedM1,
      null,
      ['mumble own-check', 'mumble ruled', 'gitea own-check', 'gitea ruled'],
    ],
    ['of one failure only', claimedM1, 'gitea', ['gitea own-check', 'gitea ruled']],
    ['after the checks: rulings', checkedM1, null, ['mumble ruled', 'gitea ruled']],
    ['after a PASS: nothing', passedM1, null, []],
  ])('%s', (_, steps, failure, unmet) => {
    expect(wanted(steps, failure)).toEqual(unmet)
  })

  test('is nothing for a gate that is not there', () => {
    expect(gateIn(recordOf(), 'M1').gate).toBe('M1')
    expect(listUnmetOfGate(recordOf(), { gate: 'M9', failure: null }, NOW)).toEqual([])
  })

  test('of DONE is what the rule says: nothing, or the veto', () => {
    expect(listUnmetOfDone(recordOf(...passedM2), NOW)).toEqual([])
    expect(listUnmetOfDone(recordOf(...passedM2, vetoed(null)), NOW)).toMatchObject([
      { gate: null, failure: null, requirement: 'no-veto', answer: 'failed' },
    ])
  })
})
