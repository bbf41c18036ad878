import { afterAll, beforeEach, expect, test } from 'vitest'
import { chanceOf } from '../chance.ts'
import { POWER_CUTS, SEED } from '../settings.ts'
import { endWriters } from '../writer.ts'
import { type Cut, cutPower } from './cut-power.ts'
import { anEmptyDisk, filesNow, take } from './disk.ts'
import { traceWriter, whyNothingIsTraced } from './trace-writer.ts'

const EVENTS = 60
const MINUTES_MS = 10 * 60_000

const leftOut = whyNothingIsTraced()
if (leftOut) console.warn(`LEFT OUT: the power cuts, for ${leftOut}`)
const traced = leftOut ? null : { full: traceWriter(EVENTS, 'FULL'), normal: traceWriter(EVENTS, 'NORMAL') }

afterAll(endWriters)
beforeEach(({ skip }) => skip(leftOut !== null, leftOut ?? ''))

/** The traces, which are there wherever a test runs at all. */
function traces() {
  if (!traced) throw new Error('Nothing was traced.')
  return traced
}

test('a trace, replayed with the power on, gives byte for byte the files that the writer left', () => {
  for (const { steps, left } of Object.values(traces())) {
    const disk = anEmptyDisk()
    for (const step of steps) take(disk, step)
    const files = filesNow(disk)
    expect([...files.keys()].sort()).toEqual(['gatehouse.sqlite', 'gatehouse.sqlite-wal'])
    for (const [name, content] of files) expect(left.get(name)?.equals(content), name).toBe(true)
  }
})

test('a trace holds checkpoints, logs that begin anew and logs that are removed', () => {
  for (const { steps } of Object.values(traces())) {
    const promised = steps.findIndex((step) => step.call === 'say')
    const after = steps.slice(promised).flatMap((step) => (step.call === 'say' ? [] : step))
    const count = (call: string, name: string) =>
      after.filter((step) => step.call === call && step.name === name).length
    const begun = after.filter((step) => step.call === 'write' && step.at === 0 && step.name.endsWith('-wal')).length
    expect(count('write', 'gatehouse.sqlite')).toBeGreaterThan(50)
    expect(count('unlink', 'gatehouse.sqlite-wal')).toBeGreaterThan(1)
    expect(begun).toBeGreaterThan(count('unlink', 'gatehouse.sqlite-wal') + 2)
  }
})

test('at FULL no power cut loses an acknowledged event, and the record is whole', { timeout: MINUTES_MS }, () => {
  const cuts = cutPower(traces().full.steps, POWER_CUTS, chanceOf(SEED))
  tell('FULL', cuts)
  expect(
    cuts.filter(({ lost, trouble }) => lost.length + trouble.length > 0),
    `chance began with ${SEED}`,
  ).toEqual([])
})

test('at NORMAL power cuts lose acknowledged events, which the simulation sees, and the rest is whole', {
  timeout: MINUTES_MS,
}, () => {
  const cuts = cutPower(traces().normal.steps, POWER_CUTS, chanceOf(SEED))
  tell('NORMAL', cuts)
  expect(cuts.filter(({ lost }) => lost.length > 0)).not.toEqual([])
  expect(
    cuts.filter(({ trouble }) => trouble.length > 0),
    `chance began with ${SEED}`,
  ).toEqual([])
})

function tell(synchronous: string, cuts: readonly Cut[]): void {
  const sum = (count: (cut: Cut) => number) => cuts.reduce((total, cut) => total + count(cut), 0)
  const losing = cuts.filter(({ lost }) => lost.length > 0).length
  console.info(
    `${synchronous}: ${cuts.length} power cuts, ${losing} of them lost something; of ${sum((cut) => cut.acknowledged)} acknowledged events looked for, ${sum((cut) => cut.lost.length)} were lost.`,
  )
}
