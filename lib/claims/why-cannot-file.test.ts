import { describe, expect, test } from 'vitest'
import { tiersOf } from '#lib/testing/a-run.ts'
import { claimedM1, fixedM2, passedM1 } from '#lib/testing/claimed-phases.ts'
import { gateOf } from '#lib/testing/decide.ts'
import { foundWrong } from '#lib/testing/finding-steps.ts'
import { fixAttached, fixMoved, runOfFix } from '#lib/testing/fix-steps.ts'
import { changed, owed, vetoed } from '#lib/testing/phase-steps.ts'
import { moment, recordOf, type Step } from '#lib/testing/record-of.ts'
import { claimed, classified, leftOut, observation, reading, run, withdrawn } from '#lib/testing/steps.ts'
import { listGaps, whyCannotFile, whyNothingNew } from './why-cannot-file.ts'

const NOW = moment('02:00')
function refusalOf(steps: Step[], gate = 'M1') {
  const facts = recordOf(...steps)
  return whyCannotFile(facts, gateOf(facts, gate), NOW)
}
const RED = { conclusion: 'red', tiers: tiersOf({ install: 'fail' }) } as const
const ready = claimedM1.slice(0, -1)

describe('M1 may be claimed', () => {
  test.each<[string, Step[]]>([
    ['when each failure is classified and cites what counts', ready],
    ['again, after the PASS', passedM1],
    ['while something is owed: it is filed with the gap shown', [...ready, owed('mumble', 'M1')]],
    ['while a veto stands: it blocks the verdict', [...ready, vetoed(null)]],
    [
      'on runs under load only: it is filed with the gap shown',
      [run('mumble', { condition: 'load' }), ...ready.slice(2)],
    ],
  ])('%s', (_, steps) => {
    expect(refusalOf(steps)).toBeNull()
  })
})

describe('M2 may be claimed', () => {
  test.each<[string, Step[]]>([
    ['when each failure has a fix', fixedM2],
    [
      'when no fix has run yet: it is filed with the gaps shown',
      [...passedM1, fixAttached('mumble'), fixAttached('gitea')],
    ],
    ['when one is red at its head: it is filed with the gap shown', [...fixedM2, runOfFix('mumble', RED)]],
    ['while a finding is open: closing it is the Adversary’s', [...fixedM2, foundWrong('mumble', 'M2')]],
  ])('%s', (_, steps) => {
    expect(refusalOf(steps, 'M2')).toBeNull()
  })
})

describe('a claim is refused', () => {
  test.each<[string, Step[], string, string, string?]>([
    ['in a phase without failures', [changed({ failures: [] })], 'no_failures', 'The phase names no failure yet'],
    ['when nothing is classified', [run('mumble')], 'something_missing', 'mumble (not classified yet)'],
    ['when one of two is not classified', ready.slice(0, 4), 'something_missing', 'gitea (not classified yet)'],
    [
      'when a classification cites nothing',
      [...ready, classified('gitea')],
      'something_missing',
      'gitea (the classification cites no evidence)',
    ],
    [
      'when all that is cited was left out',
      [...ready, leftOut('#1')],
      'something_missing',
      'mumble (all cited evidence was left out)',
    ],
    [
      'on the second gate before the first has passed',
      ready,
      'not_open',
      'M2 can be claimed once the gate before it has passed.',
      'M2',
    ],
    [
      'on fixes while there is none',
      passedM1,
      'something_missing',
      'mumble (no fix yet, and no failure is waved through), gitea (no fix yet',
      'M2',
    ],
    [
      'when one of two has no fix',
      [...passedM1, fixAttached('mumble')],
      'something_missing',
      'something missing: gitea (no fix yet',
      'M2',
    ],
    [
      'when a fix was closed',
      [...fixedM2, fixMoved(1, { state: 'closed' })],
      'something_missing',
      'mumble (the recipe pull request #4 of recipes/mumble was closed)',
      'M2',
    ],
    [
      'when a fix was merged while the phase runs',
      [...fixedM2, fixMoved(1, { state: 'merged' })],
      'something_missing',
      'mumble (the recipe pull request #4 of recipes/mumble was merged while the phase runs)',
      'M2',
    ],
  ])('%s', (_, steps, reason, part, gate) => {
    const refusal = refusalOf(steps, gate)
    expect(refusal?.reason).toBe(reason)
    expect(refusal?.sentence).toContain(part)
  })
})

describe('the gaps of a claim', () => {
  function gapsAfter(...steps: Step[]) {
    const facts = recordOf(...steps)
    return listGaps(facts, gateOf(facts, 'M1'), NOW).map(
      ({ failure, sentence, blocks }) => `${failure}: ${sentence}${blocks ? ', blocks' : ''}`,
    )
  }

  test.each<[string, Step[], string[]]>([
    ['are none when all is there: the Adversary’s own check is not the Builder’s to bring', ready, []],
    ['show what is owed', [...ready, owed('gitea', 'M1')], ['gitea: owed: two more reds under load']],
    [
      'show what was not reproduced',
      [run('mumble', { condition: 'load' }), ...ready.slice(2)],
      ['mumble: no run alone and no reading yet', 'mumble: a red, and the outside cause observed or quoted, needed'],
    ],
    [
      'show what the evidence does not carry',
      [...ready, classified('mumble', { cites: ['#1'], behaviour: 'flaky' })],
      ['mumble: 0 green and 1 red alone, nothing changed: one of each is needed to call it flaky'],
    ],
    ['are none for what is met by the least that is accepted', claimedM1, []],
    ['do not name a finding: closing it is the Adversary’s', [...ready, foundWrong('mumble')], []],
    [
      'say which of them block; that nothing is cited is not said of what is not classified',
      [reading('gitea'), classified('gitea', { cites: ['code-1'], behaviour: 'always-red' })],
      ['mumble: not classified yet, blocks', 'mumble: no run alone and no reading yet'],
    ],
  ])('%s', (_, steps, gaps) => {
    expect(gapsAfter(...steps)).toEqual(gaps)
  })
})

test('what there is no fix for is said once, not requirement by requirement', () => {
  const facts = recordOf(...passedM1, fixAttached('gitea'))
  const gaps = listGaps(facts, gateOf(facts, 'M2'), NOW).map(({ failure, sentence }) => `${failure}: ${sentence}`)
  expect(gaps).toEqual([
    'mumble: no fix yet, and no failure is waved through',
    'gitea: no run at its head fee1600d yet',
    'gitea: nothing is promoted, and no green run at its head fee1600d yet',
    'gitea: no run at the head yet that could be compared',
  ])
})

describe('claiming again', () => {
  const again = (steps: Step[], texts?: { [failure: string]: string }) =>
    whyNothingNew(recordOf(...steps), 'M1', recordOf(...steps, claimed('M1', texts)).claims.at(-1)?.parts ?? [])
      ?.reason ?? null

  test.each<[string, Step[], { [failure: string]: string } | undefined, string | null]>([
    ['with nothing new is refused', claimedM1, undefined, 'nothing_new'],
    ['with one new text is new', claimedM1, { gitea: 'More.' }, null],
    [
      'after a classification changed is new',
      [...claimedM1, classified('mumble', { cites: ['#1'], cause: 'Other.' })],
      undefined,
      null,
    ],
    ['after cited evidence was left out is new', [...claimedM1, leftOut('#1')], undefined, null],
    [
      'after evidence came that nothing cites is refused',
      [...claimedM1, observation('mumble')],
      undefined,
      'nothing_new',
    ],
    ['after the first was withdrawn is new', [...claimedM1, withdrawn()], undefined, null],
    ['for the first time is new', ready, undefined, null],
  ])('%s', (_, steps, texts, reason) => {
    expect(again(steps, texts)).toBe(reason)
  })
})
