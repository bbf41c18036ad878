import { describe, expect, test } from 'vitest'
import type { PhaseFacts } from '#lib/phases/phase-facts.ts'
import { fixAttached, HEAD } from '#lib/testing/fix-steps.ts'
import { recordOf, type Step } from '#lib/testing/record-of.ts'
import { claimed, classified, reading, run } from '#lib/testing/steps.ts'
import { usualRun } from './usual-run.ts'

const COMMIT = '0a1b'.repeat(10)
const at = (commit: string | null) => ({ recipeCheckout: { commit, clean: true } })
const gateIn = (facts: PhaseFacts, gate: string) => facts.gates.find((held) => held.gate === gate) ?? null
const usual = (gate: string | null, ...steps: Step[]) => {
  const facts = recordOf(...steps)
  return usualRun(facts, 'mumble', gate === null ? null : gateIn(facts, gate))
}

describe('one press asks for a run alone', () => {
  test.each<[string, Step[], string | null, string]>([
    ['of main, where nothing is known', [], null, 'main'],
    [
      'of main, where the claim is static',
      [reading('mumble'), classified('mumble', { cites: ['code-1'] })],
      null,
      'main',
    ],
    [
      'of the commit that the classification cites',
      [run('mumble', at(COMMIT)), classified('mumble', { cites: ['#1'] })],
      COMMIT,
      'the commit of #1',
    ],
    [
      'of the newest of several',
      [run('mumble', at('1234567')), run('mumble', at(COMMIT)), classified('mumble', { cites: ['#1', '#2'] })],
      COMMIT,
      'the commit of #2',
    ],
    [
      'of main, where a cited run does not say its commit',
      [run('mumble', at(null)), classified('mumble', { cites: ['#1'] })],
      null,
      'main',
    ],
    [
      'of the commit that is claimed, though another is cited since',
      [
        run('mumble', at(COMMIT)),
        classified('mumble', { cites: ['#1'] }),
        claimed(),
        run('mumble', at('7654321')),
        classified('mumble', { cites: ['#2'] }),
      ],
      COMMIT,
      'the commit of #1',
    ],
  ])('%s', (_, steps, commit, because) => {
    expect(usual('M1', ...steps)).toEqual({ profile: 'alone', commit, harness: null, pullRequest: null, because })
  })

  test('without a gate as with one that asks for causes', () => {
    const cites = [run('mumble', at(COMMIT)), classified('mumble', { cites: ['#1'] })]
    expect(usual(null, ...cites)).toEqual(usual('M1', ...cites))
  })
})

describe('where fixes are judged, one press asks for a run of the fix', () => {
  test('at its head, by its pull request', () => {
    expect(usual('M2', fixAttached('mumble'))).toMatchObject({
      profile: 'alone',
      commit: HEAD,
      harness: null,
      pullRequest: 4,
    })
  })
  test('of the harness, in a worktree of its own', () => {
    const ofHarness = fixAttached('mumble', { kind: 'harness-change', route: 'harness' })
    expect(usual('M2', ofHarness)).toMatchObject({ profile: 'alone', commit: null, harness: HEAD, pullRequest: null })
  })
  test('under load, where that is how it is verified', () => {
    expect(usual('M2', fixAttached('mumble', { kind: 'stabilisation', route: 'load' }))).toMatchObject({
      profile: 'load',
    })
  })
  test('of the cause, while there is no fix', () => {
    expect(usual('M2')).toMatchObject({ commit: null, because: 'main' })
  })
})
