import type { LogTone } from '#lib/runs/log-text.ts'

/** How the parts of a log line look, wherever they are drawn. */
export const LOG_TONE = {
  plain: '',
  red: 'text-logfail',
  green: 'text-logpass',
  yellow: 'text-logwarn',
  blue: 'text-loglink',
  dim: 'text-lognumber',
  bold: 'font-semibold',
} satisfies Record<LogTone, string>

export const LOG_NUMBER = 'mr-[1.5ch] text-lognumber select-none'
export const LOG_NUMBER_LINK =
  'decoration-current/25 hover:text-logtext hover:decoration-current focus-visible:outline-logtext'
export const LOG_ASIDE = 'text-lognumber'

// In characters, as the stylesheet indents. A log of 200 MB has some millions of lines.
const USUAL_WIDTH = 5
const LONG_WIDTH = 8

export const isLongNumber = (line: number): boolean => String(line).length > USUAL_WIDTH
/** What stands before the number, so that numbers end at one place. */
export const padBefore = (line: number, long: boolean): string =>
  ' '.repeat(Math.max(0, (long ? LONG_WIDTH : USUAL_WIDTH) - String(line).length))
