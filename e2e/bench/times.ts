/** Milliseconds that each of many calls took. */
export type Times = number[]

export function timed<Value>(times: Times, act: () => Value): Value {
  const began = performance.now()
  const value = act()
  times.push(performance.now() - began)
  return value
}

/** The smallest time that so many in a hundred do not exceed (nearest rank). */
export function percentile(times: Times, inAHundred: number): number {
  const sorted = times.toSorted((one, other) => one - other)
  const time = sorted[Math.ceil((inAHundred / 100) * sorted.length) - 1]
  if (time === undefined) throw new Error('Nothing was measured.')
  return time
}
