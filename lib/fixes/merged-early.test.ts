import { expect, test } from 'vitest'
import { fixAttached, fixMoved } from '#lib/testing/fix-steps.ts'
import { declaredDone, vetoed, vetoLifted } from '#lib/testing/phase-steps.ts'
import { recordOf, type Step } from '#lib/testing/record-of.ts'
import { theOperator } from '#lib/testing/steps.ts'
import { isMergedEarly } from './merged-early.ts'

const attached = fixAttached('mumble')
const merged = fixMoved(1, { state: 'merged' }, theOperator)
const reopened = [declaredDone(), vetoed(null)]

test.each<[string, Step[], boolean]>([
  ['an open fix is not merged', [attached], false],
  ['one that was closed is not', [attached, fixMoved(1, { state: 'closed' })], false],
  ['one merged while the phase runs is merged too early', [attached, merged], true],
  ['also when it was merged before it was attached', [fixAttached('mumble', { state: 'merged' })], true],
  ['one merged after DONE is in time', [attached, declaredDone(), merged], false],
  ['a DONE after it does not mend it', [attached, merged, declaredDone()], true],
  ['one merged after the phase was opened again is too early', [attached, ...reopened, merged], true],
  ['one merged between DONE and the opening was in time', [attached, declaredDone(), merged, vetoed(null)], false],
  ['one merged after a second DONE is in time', [attached, ...reopened, vetoLifted(1), declaredDone(), merged], false],
  ['a second word on a merge does not move it', [attached, merged, declaredDone(), merged], true],
])('%s', (_, steps, early) => {
  const facts = recordOf(...steps)
  expect(facts.fixes.map((fix) => isMergedEarly(facts, fix))).toEqual([early])
})
