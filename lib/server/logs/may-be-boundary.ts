import { LONGEST_BOUNDARY } from '#lib/logs/outline.ts'

const byte = (text: string) => text.charCodeAt(0)
const SPACE = byte(' ')
const DIGIT_0 = byte('0')
const DIGIT_9 = byte('9')

/** What a line that begins a part of a run begins with, behind a time: `= - # * [ t T s S r R g`, or an escape. */
const FIRST = new Uint8Array(256)
for (const one of '=-#*[tTsSrRg\u001b') FIRST[byte(one)] = 1

/**
 * Whether these bytes are worth being read as a boundary: asked of every line of a log of millions, so nothing is decoded. May say yes to
 * what is none, never no to what `findBoundary` knows.
 */
export function mayBeBoundary(bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from > LONGEST_BOUNDARY * 3) return false
  let at = from
  for (let times = 0; times < 2 && isDigit(bytes[at]); times++) {
    while (at < to && bytes[at] !== SPACE) at++
    while (at < to && bytes[at] === SPACE) at++
  }
  while (at < to && bytes[at] === SPACE) at++
  return at < to && FIRST[bytes[at] ?? 0] === 1
}

const isDigit = (one: number | undefined) => one !== undefined && one >= DIGIT_0 && one <= DIGIT_9
