import { expect, test } from 'vitest'
import type { Actor } from '#lib/people/roles.ts'
import { whyCannotDeclareDone } from '#lib/phases/why-cannot-declare-done.ts'
import { checkedM2 } from '#lib/testing/claimed-phases.ts'
import { gateOf } from '#lib/testing/decide.ts'
import { findingAddressed, findingClosed, foundWrong } from '#lib/testing/finding-steps.ts'
import { ALL_PASS, fixMoved, NEXT_HEAD, runOfFix } from '#lib/testing/fix-steps.ts'
import { moment, recordOf, type Step } from '#lib/testing/record-of.ts'
import { claimed, ruled, run, theAdversary, verdict } from '#lib/testing/steps.ts'
import { whyCannotGiveVerdict } from '#lib/verdicts/why-cannot-give-verdict.ts'
import { whyCannotRule } from '#lib/verdicts/why-cannot-rule.ts'
import { evaluateGate } from './evaluate-gate.ts'
import { evaluatePhase } from './evaluate-phase.ts'

const ada: Actor = { person: 'ada', name: 'Ada', role: 'adversary' }
const bob: Actor = { person: 'bob', name: 'Bob', role: 'builder' }
const NOW = moment('02:30')

const lint = (...broken: string[]) => ({
  ...({ name: 'lint', status: broken.length > 0 ? 'fail' : 'pass' } as const),
  tests: broken.map((name) => ({ name, status: 'fail', ms: null }) as const),
})

/** What may be done after these steps: null, or why not. */
function mayAfter(steps: Step[]) {
  const facts = recordOf(...steps)
  const m2 = gateOf(facts, 'M2')
  const decision = evaluateGate(facts, m2, NOW)
  const phase = evaluatePhase(facts, NOW)
  return {
    pass: (failure: string) => whyCannotRule(facts, m2, failure, ada, 'pass', NOW)?.sentence ?? null,
    verdict: () => whyCannotGiveVerdict(decision, ada, 'pass')?.sentence ?? null,
    done: () => whyCannotDeclareDone(phase, bob)?.reason ?? null,
    carried: decision.failures.map(({ carriedFrom }) => carriedFrom),
    standing: decision.standing,
    turn: phase.turn,
  }
}

// redfix's one FAIL (DOMAIN 5): the fix is green at every stage, and lint rule R011, which had passed before, fails at its head.
test('from the FAIL on M2 to DONE: what is fixed is judged again, what did not change is carried', () => {
  const linted = run('mumble', { tiers: [lint(), ...ALL_PASS], conclusion: 'green', recipeVersion: '0.9.0' })
  const broken = runOfFix('mumble', { tiers: [lint('R011'), ...ALL_PASS] }, { ...theAdversary, at: '01:45' })
  const steps: Step[] = [...checkedM2, linted, broken]
  expect(mayAfter(steps).pass('mumble')).toContain('R011 passed before, fails at this head')

  steps.push(ruled('gitea', 'pass', { at: '01:50' }, 'M2'), ruled('mumble', 'fail', { at: '01:52' }, 'M2'))
  steps.push(foundWrong('mumble', 'M2', { ...theAdversary, at: '01:52' }), verdict('fail', { at: '01:53' }, 'M2'))
  expect(mayAfter(steps)).toMatchObject({ standing: 'failed', turn: { what: 'to answer F-redfix-1 and claim again' } })
  expect(mayAfter(steps).done()).toBe('not_all_passed')

  steps.push(fixMoved(1, { head: NEXT_HEAD }, { at: '02:00' }))
  steps.push(runOfFix('mumble', { tiers: [lint(), ...ALL_PASS] }, { at: '02:05' }))
  steps.push(findingAddressed('F-redfix-1'), claimed('M2', {}, { at: '02:10' }))
  expect(mayAfter(steps)).toMatchObject({ standing: 'claimed', carried: [null, 1], turn: { role: 'adversary' } })
  expect(mayAfter(steps).pass('mumble')).toContain('PASS waits for your own check of mumble')

  steps.push(runOfFix('mumble', { tiers: [lint(), ...ALL_PASS] }, { ...theAdversary, at: '02:15' }))
  expect(mayAfter(steps).pass('mumble')).toContain('No open finding (F-redfix-1 is addressed, not closed)')

  steps.push(findingClosed('F-redfix-1', ['#9']))
  expect(mayAfter(steps).pass('mumble')).toBeNull()
  expect(mayAfter(steps).verdict()).toContain('1 of 2 are. Open: mumble (stale).')

  steps.push(ruled('mumble', 'pass', { at: '02:20' }, 'M2'))
  expect(mayAfter(steps).verdict()).toBeNull()
  expect(mayAfter(steps).done()).toBe('not_all_passed')

  steps.push(verdict('pass', { at: '02:22' }, 'M2'))
  expect(mayAfter(steps)).toMatchObject({ standing: 'passed', turn: { role: 'builder', what: 'to declare DONE' } })
  expect(mayAfter(steps).done()).toBeNull()
})
