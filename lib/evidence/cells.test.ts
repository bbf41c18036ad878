import { describe, expect, test } from 'vitest'
import { aSupervision } from '#lib/testing/a-supervised-run.ts'
import { recordOf, type Step } from '#lib/testing/record-of.ts'
import { leftOut, run, theAdversary } from '#lib/testing/steps.ts'
import { countCells } from './cells.ts'

const WHOLE = { commit: '0123456789abcdef0123456789abcdef01234567', clean: true }
const NONE = { commit: null, clean: null }

/** A run of mumble that Gatehouse started: of its tests nothing is known. */
const ours = (different: Parameters<typeof run>[1] = {}, by: Parameters<typeof run>[2] = {}) =>
  run(
    'mumble',
    {
      ...{ recipeCheckout: WHOLE, testCheckout: NONE, harnessCheckout: WHOLE, supervised: aSupervision() },
      ...different,
    },
    by,
  )

type Counted = { alone?: string[]; load?: string[]; promote?: string[]; warm?: string[]; other?: string[] }
const cellsAfter = (steps: Step[], cites: string[]): Required<Counted> => {
  const cells = countCells({ failure: 'mumble', cites }, recordOf(...steps).evidence)
  const refs = (held: readonly { ref: string }[]) => held.map(({ ref }) => ref)
  const both = (name: 'alone' | 'load' | 'promote' | 'warm') => refs([...cells[name].green, ...cells[name].red])
  return {
    alone: both('alone'),
    load: both('load'),
    promote: both('promote'),
    warm: both('warm'),
    other: refs(cells.other),
  }
}

describe('runs that Gatehouse started count', () => {
  const EMPTY = { alone: [], load: [], promote: [], warm: [], other: [] }
  test.each<[string, Step[], string[], Counted]>([
    ['together, whoever requested them', [ours(), ours({}, theAdversary)], ['#1'], { alone: ['#1', '#2'] }],
    [
      'under load apart from those alone',
      [ours(), ours({ condition: 'load' })],
      ['#1'],
      { alone: ['#1'], load: ['#2'] },
    ],
    [
      'as a warm advance on its own, and as warm on an idle node',
      [ours({ condition: 'promote', deployment: 'warm' })],
      ['#1'],
      { promote: ['#1'], warm: ['#1'] },
    ],
    ['warm apart from cold', [ours(), ours({ deployment: 'warm' })], ['#1'], { alone: ['#1'], warm: ['#2'] }],
    ['not when they were contaminated', [ours(), ours(), leftOut('#2')], ['#1', '#2'], { alone: ['#1'] }],
    [
      'not when they were cancelled or lost',
      [ours({ conclusion: 'cancelled' }), ours({ conclusion: 'lost' })],
      ['#1'],
      {},
    ],
    ['not without readable results', [ours({ conclusion: 'unver' })], ['#1'], {}],
    [
      'apart from those at another recipe commit',
      [ours(), ours({ recipeCheckout: { commit: 'fedcba98'.padEnd(40, '0'), clean: true } })],
      ['#1'],
      { alone: ['#1'], other: ['#2'] },
    ],
    [
      'apart from those of a changed harness',
      [ours(), ours({ harnessCheckout: { commit: 'fedcba98'.padEnd(40, '0'), clean: true } })],
      ['#1'],
      { alone: ['#1'], other: ['#2'] },
    ],
    [
      'with attached ones of which nobody stated the tests, whole commits or not',
      [
        ours(),
        run('mumble', { testCheckout: NONE, recipeCheckout: { ...WHOLE, commit: '01234567' }, harnessCheckout: WHOLE }),
      ],
      ['#1'],
      { alone: ['#1', '#2'] },
    ],
    [
      'apart from attached ones of stated tests: nobody can tell that those are the same',
      [ours(), run('mumble', { testCheckout: WHOLE, recipeCheckout: WHOLE, harnessCheckout: WHOLE })],
      ['#1'],
      { alone: ['#1'], other: ['#2'] },
    ],
  ])('%s', (_, steps, cites, counted) => {
    expect(cellsAfter(steps, cites)).toEqual({ ...EMPTY, ...counted })
  })
})
