import { describe, expect, test } from 'vitest'
import { LANE_Y, layOutStrip, STRIP, type StripFacts, type StripRun } from './strip.ts'

const OPENED = Date.parse('2026-06-17T23:18:00Z')
const minute = (nth: number) => OPENED + nth * 60_000
const NOW = new Date(minute(100))

const aRun = (number: number, from: number, to: number | null, different: Partial<StripRun> = {}): StripRun => ({
  ...{ number, label: 'mumble', side: 'builder', conclusion: to === null ? null : 'green', leftOut: null },
  ...{ startMs: minute(from), endMs: to === null ? null : minute(to) },
  ...different,
})
const strip = (different: Partial<StripFacts>, now = NOW) =>
  layOutStrip({ openedMs: OPENED, runs: [], reservations: [], samples: [], marks: [], ...different }, now)
const bars = (...runs: StripRun[]) => strip({ runs })?.bars ?? []

test('nothing ran and nothing was reserved: there is no strip', () => {
  expect(strip({})).toBeNull()
  expect(strip({ samples: [{ atMs: minute(1), load: 1 }] })).toBeNull()
})

describe('a bar', () => {
  test.each<[string, Partial<StripRun>, string]>([
    ['of a green run', {}, 'green'],
    ['of a red one', { conclusion: 'red' }, 'red'],
    ['of one that is left out, however it ended', { conclusion: 'red', leftOut: 'It overlapped.' }, 'left-out'],
    ['of one that is under way', { endMs: null, conclusion: null }, 'running'],
    ['of one that is lost', { conclusion: 'lost' }, 'lost'],
  ])('%s says so', (_, different, kind) => {
    expect(bars(aRun(1, 10, 20, different)).map((bar) => bar.kind)).toEqual([kind])
  })

  test('stands in the lane of its side, from its start to its end', () => {
    const [of_builder, of_adversary] = bars(aRun(1, 0, 50), aRun(2, 50, 100, { side: 'adversary' }))
    expect(of_builder).toMatchObject({ x: STRIP.left, y: LANE_Y.builder, width: (STRIP.right - STRIP.left) / 2 })
    expect(of_adversary).toMatchObject({ x: 610, y: LANE_Y.adversary, width: 520, text: 'mumble #2' })
  })

  test('of a run under way ends now', () => {
    const [bar] = bars(aRun(1, 0, null))
    expect((bar?.x ?? 0) + (bar?.width ?? 0)).toBe(STRIP.right)
  })

  test('is never too thin to see, and then shows no words', () => {
    const [, short] = bars(aRun(1, 0, 60), aRun(2, 70, 70))
    expect(short).toMatchObject({ width: 8, text: null })
  })

  test('that begins now still stands within the strip', () => {
    const [bar] = bars(aRun(1, 100, null))
    expect((bar?.x ?? 0) + (bar?.width ?? 0)).toBeLessThanOrEqual(STRIP.right)
  })

  test('shows the number alone where there is no room for the name', () => {
    expect(bars(aRun(1, 0, 95), aRun(22, 96, 100)).map(({ text }) => text)).toEqual(['mumble #1', '#22'])
  })

  test('that overlaps another of its side stands thin below it, its words behind it', () => {
    const [first, second] = bars(aRun(34, 0, 20), aRun(35, 10, 30, { leftOut: 'It overlapped #34.' }))
    expect(first).toMatchObject({ y: LANE_Y.builder, height: 18 })
    expect(second).toMatchObject({ y: LANE_Y.builder + 20, height: 9, beside: true, text: 'mumble #35 left out' })
  })

  test('of the other side overlaps nothing', () => {
    expect(bars(aRun(1, 0, 20), aRun(2, 10, 30, { side: 'adversary' })).map(({ height }) => height)).toEqual([18, 18])
  })
})

describe('the axis', () => {
  test('cuts idle days short, and says where', () => {
    const drawn = strip({ runs: [aRun(1, 0, 10), aRun(2, 5_000, 5_010)] }, new Date(minute(5_010)))
    const [first, second] = drawn?.bars ?? []
    expect(drawn?.cuts).toHaveLength(1)
    expect(drawn?.ticks).toHaveLength(6)
    expect(strip({ runs: [aRun(1, 0, 10), aRun(2, 5_000, 5_040)] }, new Date(minute(5_040)))?.ticks).toHaveLength(5)
    expect(first?.width).toBeCloseTo(second?.width ?? 0, 0)
    expect(first?.width).toBeGreaterThan(400)
  })

  test('keeps what is not idle for long, to scale', () => {
    expect(strip({ runs: [aRun(1, 0, 40), aRun(2, 45, 100)] })?.cuts).toEqual([])
  })

  test('begins with a run from before the phase was opened here', () => {
    const drawn = strip({ runs: [aRun(1, -60, -50)] })
    expect(drawn?.bars[0]?.x).toBe(STRIP.left)
    expect(drawn?.ticks[0]).toEqual({ x: STRIP.left, atMs: minute(-60) })
    expect(drawn?.ticks.at(-1)).toEqual({ x: STRIP.right, atMs: NOW.getTime() })
  })

  test('carries a claim where it was filed', () => {
    const drawn = strip({ runs: [aRun(1, 0, 100)], marks: [{ atMs: minute(50), words: 'M1 claimed' }] })
    expect(drawn?.marks).toEqual([{ x: 610, words: 'M1 claimed' }])
  })
})

test('a reservation that goes on is drawn as far as now', () => {
  const drawn = strip({
    reservations: [{ side: 'adversary', reason: 'Two cold runs.', fromMs: minute(50), untilMs: minute(200) }],
  })
  const [band] = drawn?.bands ?? []
  expect((band?.x ?? 0) + (band?.width ?? 0)).toBe(STRIP.right)
  expect(band).toMatchObject({ words: 'Two cold runs.', y: LANE_Y.adversary - 5 })
})

describe('the load', () => {
  const runs = [aRun(1, 0, 100)]
  const samples = (...at: number[]) => at.map((nth) => ({ atMs: minute(nth), load: nth === 2 ? 4 : 1 }))

  test('is a line, its highest value named', () => {
    const load = strip({ runs, samples: samples(1, 2, 3) })?.load
    expect(load?.peak).toBe(4)
    expect(load?.lines).toEqual([expect.stringMatching(/^M.*L.*L/)])
  })
  test('breaks where nobody measured', () => {
    expect(strip({ runs, samples: samples(1, 2, 50, 51) })?.load?.lines).toHaveLength(2)
  })
  test('of one sample is no line', () => {
    expect(strip({ runs, samples: samples(1) })?.load).toBeNull()
  })
})
