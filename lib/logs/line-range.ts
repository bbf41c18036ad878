/** Lines from 1, both counted in. */
export type LineRange = { from: number; to: number }

/** As many lines as can be pointed at, and cited, at once. */
export const LONGEST_RANGE = 500

const RANGE = /^\s*L?(\d{1,12})(?:\s*[-–]\s*L?(\d{1,12}))?\s*$/i

/** `120`, `120-140`, also backwards; null for anything else. A longer range ends at its 500th line. */
export function readLineRange(typed: string | undefined): LineRange | null {
  const [, one, other] = RANGE.exec(typed ?? '') ?? []
  if (one === undefined) return null
  const ends = [Number(one), Number(other ?? one)]
  const from = Math.min(...ends)
  return from < 1 ? null : { from, to: Math.min(Math.max(...ends), from + LONGEST_RANGE - 1) }
}

/** As it stands in an address: `120` or `120-140`. */
export const formatLineRange = ({ from, to }: LineRange): string => (from === to ? String(from) : `${from}-${to}`)

/** In words: `line 120` or `lines 120 to 140`. */
export const lineRangeWords = ({ from, to }: LineRange): string =>
  from === to ? `line ${from}` : `lines ${from} to ${to}`
