import { describe, expect, test } from 'vitest'
import { checkedM2, doneRedfix, fixedM2, passedM1, passedM2, ruledM1 } from '#lib/testing/claimed-phases.ts'
import { fixAttached, fixMoved, NEXT_HEAD } from '#lib/testing/fix-steps.ts'
import { gateRedefined, vetoed } from '#lib/testing/phase-steps.ts'
import { LIFETIME_MS, moment, recordOf, type Step } from '#lib/testing/record-of.ts'
import { ruled, theOperator } from '#lib/testing/steps.ts'
import { describeProgress } from './progress.ts'

const progressAfter = (steps: Step[], now = moment('02:00')) => describeProgress(recordOf(...steps), now)
const merged = fixMoved(1, { state: 'merged' }, theOperator)
const halfRuled = [...checkedM2, ruled('mumble', 'pass', { at: '01:50' }, 'M2')]

describe('the steps say how far the fixes are', () => {
  const fixSteps = (steps: Step[], now?: Date) =>
    progressAfter(steps, now)
      .steps.slice(-3)
      .map(({ stage, detail }) => `${stage}: ${detail}`)

  test.each<[string, Step[], string[]]>([
    ['the explanations are being checked', ruledM1, ['later: null', 'later: null', 'later: null']],
    ['the explanations are confirmed', passedM1, ['now: null', 'later: null', 'later: null']],
    ['one is proposed early', [...ruledM1, fixAttached('mumble')], ['now: 1 of 2', 'later: null', 'later: null']],
    ['each has one', fixedM2, ['done: 2 of 2', 'later: null', 'later: null']],
    [
      'one of two was given up',
      [...fixedM2, fixMoved(1, { state: 'closed' })],
      ['now: 1 of 2', 'later: null', 'later: null'],
    ],
    ['one of two is confirmed', halfRuled, ['done: 2 of 2', 'now: 1 of 2', 'later: null']],
    ['the gate passed', passedM2, ['done: 2 of 2', 'done: 2 of 2', 'later: null']],
    [
      'a fix moved since',
      [...passedM2, fixMoved(1, { head: NEXT_HEAD })],
      ['done: 2 of 2', 'now: 1 of 2', 'later: null'],
    ],
    ['it is concluded', doneRedfix, ['done: 2 of 2', 'done: 2 of 2', 'done: 18 June, 01:57Z']],
    ['it was opened again', [...doneRedfix, vetoed(null)], ['done: 2 of 2', 'done: 2 of 2', 'later: null']],
  ])('%s', (_, steps, told) => {
    expect(fixSteps(steps)).toEqual(told)
  })
})

describe('what is told of the fixes', () => {
  const NONE_IN_USE = 'None is put into use before the work is concluded.'
  test.each<[string, Step[], string]>([
    ['nothing where no gate asks for any', [...passedM1, gateRedefined('M2', 'Read.', ['classified', 'ruled'])], ''],
    ['that there is none yet', passedM1, 'No fix is proposed yet.'],
    [
      'that one of two has one',
      [...passedM1, fixAttached('mumble')],
      `One of two has a fix proposed, none of them checked independently. ${NONE_IN_USE}`,
    ],
    ['that each has one', fixedM2, `Each has a fix proposed, none of them checked independently. ${NONE_IN_USE}`],
    ['how many are checked', halfRuled, `Each has a fix proposed, one of them checked independently. ${NONE_IN_USE}`],
    [
      'that one was put into use too early',
      [...fixedM2, merged],
      'Each has a fix proposed, none of them checked independently. One fix was put into use before the work was concluded.',
    ],
    [
      'when it was concluded',
      doneRedfix,
      'The team concluded the work on 18 June, 01:57Z; every fix had been checked independently then.',
    ],
    [
      'also when one was put into use after that',
      [...doneRedfix, merged],
      'The team concluded the work on 18 June, 01:57Z; every fix had been checked independently then.',
    ],
  ])('%s', (_, steps, words) => {
    expect(progressAfter(steps).fixes).toBe(words)
  })
})

describe('the title with fixes', () => {
  test.each<[string, Step[], string, Date?]>([
    ['the explanations are confirmed', fixedM2, 'Two failed recipes: all explained and independently confirmed'],
    ['so are the fixes', passedM2, 'Two failed recipes: all explained and fixed, independently confirmed'],
    ['it is concluded', doneRedfix, 'Two failed recipes: all fixed, checked independently and concluded'],
    [
      'it stays concluded when a PASS gets old',
      doneRedfix,
      'Two failed recipes: all fixed, checked independently and concluded',
      moment('03:00', LIFETIME_MS),
    ],
    ['a veto holds it', [...doneRedfix, vetoed(null)], 'Two failed recipes: on hold'],
  ])('%s', (_, steps, title, now) => {
    expect(progressAfter(steps, now).title).toBe(title)
  })
})

test('each failure says how far its fix is', () => {
  const fixOf = (steps: Step[]) => progressAfter(steps).rows.map(({ fix }) => fix)
  expect(fixOf(passedM1)).toEqual([null, null])
  expect(fixOf([...passedM1, fixAttached('gitea')])).toEqual([null, 'proposed'])
  expect(fixOf(halfRuled)).toEqual(['confirmed', 'proposed'])
})
