import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Db } from '../../db.ts'
import { verifyLedger } from '../../ledger/verify-ledger.ts'
import { projectionsDdl } from '../../projections/ddl.ts'
import { rebuild } from '../../projections/ensure-projections.ts'
import { projectionsOf } from '../snapshot.ts'
import { beginWith, type Jump, type Step, tellStory } from './tell-story.ts'

/** How many stories are told in all, in two files, each of which tells half of them; `GATEHOUSE_STORIES` says otherwise. */
const STORIES = Math.ceil(Number(process.env.GATEHOUSE_STORIES ?? 1_000) / 2)
const TIME_LIMIT_MS = 60 * 60_000
const STEPS = { minLength: 10, maxLength: 20, size: 'max' } as const
/** Below this many stories what they come to is left to chance. */
const ENOUGH_TO_COUNT = 200

const jump = fc.oneof(
  { weight: 12, arbitrary: fc.constant<Jump>('none') },
  { weight: 2, arbitrary: fc.constantFrom<Jump>('minute', 'back', 'hours') },
  { weight: 1, arbitrary: fc.constantFrom<Jump>('to the edge', 'past the edge') },
)
const step: fc.Arbitrary<Step> = fc.record({
  sensible: fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, { weight: 2, arbitrary: fc.constant(false) }),
  number: fc.nat(),
  jump,
})

/**
 * Two tests: stories in any order, by anybody, from any of these beginnings, on each of which application and model agree step by step; and
 * that they come to what they are to show: `atLeast`, in per cent of the stories.
 */
export function tellStories(makeBeginnings: (() => Db)[], atLeast: { [reached: string]: number }): void {
  const reached = new Map<string, number>()

  test(
    `${STORIES} stories in any order, by anybody: application and model agree after each step`,
    () => {
      const beginnings = makeBeginnings.map((make) => beginWith(make()))
      const property = fc.property(fc.nat(beginnings.length - 1), fc.array(step, STEPS), (nth, told) => {
        const beginning = beginnings[nth]
        if (!beginning) throw new Error('There is no such beginning.')
        const story = new Set<string>()
        const db = tellStory(beginning, told, story)
        for (const what of story) reached.set(what, (reached.get(what) ?? 0) + 1)
        expectWhole(db)
        db.$client.close()
      })
      // Not made smaller: that would take an hour, and a story that fails is told in words.
      fc.assert(property, { numRuns: STORIES, endOnFailure: true })
    },
    TIME_LIMIT_MS,
  )

  describe.runIf(STORIES >= ENOUGH_TO_COUNT)('of these stories come to', () => {
    test.each(Object.entries(atLeast))('%s: at least %i per cent', (what, percent) => {
      expect((100 * (reached.get(what) ?? 0)) / STORIES).toBeGreaterThanOrEqual(percent)
    })
  })
}

/** The chain verifies, and a rebuild of the projections gives the rows that are there. */
function expectWhole(db: Db): void {
  expect(verifyLedger(db).next().value).toMatchObject({ ok: true })
  const projected = projectionsOf(db)
  rebuild(db, projectionsDdl(), 'another version')
  expect(projectionsOf(db)).toEqual(projected)
}
