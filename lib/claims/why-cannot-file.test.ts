import { describe, expect, test } from 'vitest'
import { claimedM1, passedM1 } from '#lib/testing/claimed-phases.ts'
import { gateOf } from '#lib/testing/decide.ts'
import { moment, recordOf, type Step } from '#lib/testing/record-of.ts'
import {
  changed,
  claimed,
  classified,
  leftOut,
  observation,
  owed,
  reading,
  run,
  vetoed,
  withdrawn,
} from '#lib/testing/steps.ts'
import { listGaps, whyCannotFile, whyNothingNew } from './why-cannot-file.ts'

const NOW = moment('02:00')
function refusalOf(steps: Step[], gate = 'M1') {
  const facts = recordOf(...steps)
  return whyCannotFile(facts, gateOf(facts, gate), NOW)
}
const ready = claimedM1.slice(0, -1)

describe('M1 may be claimed', () => {
  test.each<[string, Step[]]>([
    ['when each failure is classified and cites what counts', ready],
    ['again, after the PASS', passedM1],
    ['while something is owed: it is filed with the gap shown', [...ready, owed('mumble', 'M1')]],
    ['while a veto stands: it blocks the verdict', [...ready, vetoed(null)]],
    [
      'on runs under load only: it is filed with the gap shown',
      [run('mumble', { condition: 'load' }), ...ready.slice(1)],
    ],
  ])('%s', (_, steps) => {
    expect(refusalOf(steps)).toBeNull()
  })
})

describe('a claim is refused', () => {
  test.each<[string, Step[], string, string, string?]>([
    ['in a phase without failures', [changed({ failures: [] })], 'no_failures', 'The phase names no failure yet'],
    ['when nothing is classified', [run('mumble')], 'something_missing', 'mumble (not classified yet)'],
    ['when one of two is not classified', ready.slice(0, 3), 'something_missing', 'gitea (not classified yet)'],
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
    ['on fixes, which cannot be recorded yet', passedM1, 'something_missing', 'cannot record fixes yet', 'M2'],
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
      [run('mumble', { condition: 'load' }), ...ready.slice(1)],
      ['mumble: no run alone and no reading yet'],
    ],
    [
      'say which of them block; that nothing is cited is not said of what is not classified',
      [reading('gitea'), classified('gitea', { cites: ['code-1'] })],
      ['mumble: not classified yet, blocks', 'mumble: no run alone and no reading yet'],
    ],
  ])('%s', (_, steps, gaps) => {
    expect(gapsAfter(...steps)).toEqual(gaps)
  })
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
