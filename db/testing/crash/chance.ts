/** Chance that can be had again: the same seed gives the same numbers. */
export type Chance = {
  /** A whole number from 0 up to, but not including, `end`. */
  below: (end: number) => number
  /** From 0 up to `end`, with fractions. */
  upTo: (end: number) => number
}

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state are plenty for choosing where to hurt. */
export function chanceOf(seed: number): Chance {
  let state = seed | 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return { below: (end) => Math.floor(next() * end), upTo: (end) => next() * end }
}
