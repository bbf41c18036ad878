import { CONTROL_STRING, CSI, SHORT_ESCAPE, withoutDeceit } from '#lib/words/readable-text.ts'
import { findSecrets } from './mask-secrets.ts'

export type LogTone = 'plain' | 'red' | 'green' | 'yellow' | 'blue' | 'dim' | 'bold'
export type LogSpan = { text: string; tone: LogTone }

const COLOURS: Record<number, LogTone> = { 1: 'red', 2: 'green', 3: 'yellow', 4: 'blue', 6: 'blue' }

/** Tried at one place of a line, in this order. */
const COLOUR = new RegExp(CSI, 'y')
const ESCAPES = [COLOUR, new RegExp(CONTROL_STRING, 'y'), new RegExp(SHORT_ESCAPE, 'y')]

/** The text as it can be read: tabs stay, a carriage return shows as \\r (what it would overwrite is evidence), other controls go. */
const readable = (text: string) =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  withoutDeceit(text.replaceAll('\r', '\\r').replace(/[\x00-\x08\x0a-\x1f\x7f-\x9f]/g, ''))

type Style = { colour: LogTone | null; bold: boolean; dim: boolean }
const PLAIN: Style = { colour: null, bold: false, dim: false }
const toneOf = (style: Style): LogTone => style.colour ?? (style.bold ? 'bold' : style.dim ? 'dim' : 'plain')

/** The colour of a 38: `38;5;n` takes one more number, `38;2;r;g;b` three. Only the sixteen named colours are kept. */
function extendedColour(codes: readonly number[], at: number): { colour: LogTone | null; taken: number } {
  if (codes[at + 1] !== 5) return { colour: null, taken: codes[at + 1] === 2 ? 4 : 1 }
  const n = codes[at + 2] ?? -1
  return { colour: n >= 0 && n < 16 ? (COLOURS[n % 8] ?? null) : null, taken: 2 }
}

/** ECMA-48 8.3.117, as far as the seven tones go; what it does not know it passes over. */
function applySgr(style: Style, parameters: string): Style {
  if (/[<=>?]/.test(parameters)) return style
  const codes = parameters.split(/[;:]/).map(Number)
  let next = style
  for (let at = 0; at < codes.length; at++) {
    const code = codes[at] ?? 0
    if (code === 0) next = PLAIN
    else if (code === 1) next = { ...next, bold: true }
    else if (code === 2) next = { ...next, dim: true }
    else if (code === 22) next = { ...next, bold: false, dim: false }
    else if (code === 39) next = { ...next, colour: null }
    else if (code >= 30 && code <= 37) next = { ...next, colour: COLOURS[code - 30] ?? null }
    else if (code === 90) next = { ...next, colour: 'dim' }
    else if (code >= 91 && code <= 97) next = { ...next, colour: COLOURS[code - 90] ?? null }
    else if (code === 38 || code === 48) {
      const { colour, taken } = extendedColour(codes, at)
      if (code === 38) next = { ...next, colour }
      at += taken
    }
  }
  return next
}

/**
 * One log line as spans of text and tone, ready to be shown as text. SGR colours become tones; every other escape and control
 * character is dropped (the text of a link stays, its address goes); a control string that never ends hides nothing.
 */
export function parseSgr(line: string): LogSpan[] {
  const spans: LogSpan[] = []
  let style = PLAIN
  let plainFrom = 0
  const flush = (to: number) => {
    const text = readable(line.slice(plainFrom, to))
    const tone = toneOf(style)
    const last = spans.at(-1)
    if (text === '') return
    if (last !== undefined && last.tone === tone) last.text += text
    else spans.push({ text, tone })
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: as above
  for (const { index } of line.matchAll(/[\x1b\x90\x98\x9b\x9d-\x9f]/g)) {
    if (index < plainFrom) continue
    for (const pattern of ESCAPES) {
      pattern.lastIndex = index
      const match = pattern.exec(line)
      if (match === null) continue
      flush(index)
      if (pattern === COLOUR && match[2] === 'm') style = applySgr(style, match[1] ?? '')
      plainFrom = pattern.lastIndex
      break
    }
  }
  flush(line.length)
  return spans
}

/**
 * A log line as it is shown and as the API gives it: colours parsed first, then secrets masked over the whole text, so that a
 * colour in the middle of a token does not save it. `knownSecrets` are values that must never be shown, whatever their shape.
 */
export function readLogLine(line: string, knownSecrets: readonly string[] = []): LogSpan[] {
  const spans = parseSgr(line)
  const secrets = findSecrets(spans.map((span) => span.text).join(''), knownSecrets)
  if (secrets.length === 0) return spans
  let from = 0
  return spans.flatMap(({ text, tone }) => {
    const start = from
    from += text.length
    let shownText = ''
    let at = start
    for (const secret of secrets) {
      if (secret.end <= at || secret.start >= from) continue
      shownText += text.slice(at - start, Math.max(secret.start, at) - start)
      if (secret.start >= start) shownText += secret.mask
      at = Math.min(secret.end, from)
    }
    shownText += text.slice(at - start)
    return shownText === '' ? [] : [{ text: shownText, tone }]
  })
}
