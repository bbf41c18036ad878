import { readableText } from '#lib/words/readable-text.ts'

// Somebody's words in a file of ours: whatever they say, they make no heading, no entry, no comment that hides the rest (CommonMark 0.31, GFM tables).

/** A tag or a comment begins with these. */
const TAG = /(\\+)(<(?=[a-z/!?]))?|(<(?=[a-z/!?]))/gi
const PIPE = /(\\+)(\|)?|(\|)/g

/** Puts a backslash before each mark. One that stands there already would undo it, so those are doubled. */
const withBackslashBefore = (mark: RegExp, text: string): string =>
  text.replace(mark, (whole, before: string | undefined, after: string | undefined, alone: string | undefined) => {
    if (before === undefined) return `\\${alone}`
    return after === undefined ? whole : `${before}${before}\\${after}`
  })

/** U+FFFD stands for bytes that could not be read, so the importer refuses it; half a character would become it. */
const withoutUnreadable = (text: string): string => text.toWellFormed().replaceAll('\uFFFD', '[U+FFFD]')

const inert = (text: string): string => withBackslashBefore(TAG, readableText(withoutUnreadable(text)))

/** What makes structure where a line or a point of a list begins: headings and lines under one, fences, tables, quotes, definitions of links. */
const STRUCTURE = /^((?:\s*(?:[-*+]|\d{1,9}[.)])(?=\s))*\s*)(#{1,6}(?=\s|$)|[-=*_]+\s*$|`{3}|~{3}|[[|>])/

/** The words of a line, to stand where a line or a point begins. */
const atLineStart = (line: string): string => line.replace(STRUCTURE, '$1\\$2')

/** Words that stand within a line of ours. */
export const onOneLine = (text: string): string => inert(text).replace(/\s+/g, ' ').trim()

/** Within a cell of a table. */
export const inCell = (text: string): string => withBackslashBefore(PIPE, onOneLine(text))

/** The lines of a text, ready to stand in the file; of blank ones never two. The first goes within a line of ours. */
export function wordsByLine(text: string): { first: string; rest: string[] } {
  const [first = '', ...rest] = inert(text.trim())
    .split('\n')
    .map((line) => line.trimEnd())
  return { first, rest: rest.filter((line, index) => line !== '' || rest[index - 1] !== '') }
}

export const asQuote = (line: string, indent = ''): string => `${indent}> ${atLineStart(line)}`.trimEnd()
export const asPoint = (line: string, indent = ''): string => `${indent}- ${atLineStart(line)}`

/** All of somebody's words on lines of their own: `  > …`. Nothing for no words. */
export function quote(text: string, indent = ''): string[] {
  const { first, rest } = wordsByLine(text)
  return first === '' && rest.length === 0 ? [] : [first, ...rest].map((line) => asQuote(line, indent))
}
