import { type LogSpan, parseSgr, readLogLine } from './log-text.ts'
import { MASK } from './mask-secrets.ts'

const BEGIN = /-----BEGIN [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----/
const END = /-----END [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----/
/** A line of a PEM body, perhaps behind a time or a prefix: it ends in base64. */
const BODY = /(?:^|[\s|>:])[A-Za-z0-9+/]+={0,2}\s*$/

const plainText = (line: string) =>
  parseSgr(line)
    .map((span) => span.text)
    .join('')

/** Which of these lines are the inside of a private key, and whether one is open behind the last. A window may begin inside one: its END says so. */
function insidePrivateKey(texts: readonly string[], openBefore: boolean): { inside: boolean[]; open: boolean } {
  const inside = texts.map(() => false)
  let open = openBefore
  for (const [at, text] of texts.entries()) {
    const ends = END.test(text)
    if (ends && !open)
      for (let above = at - 1; above >= 0 && BODY.test(texts[above] ?? ''); above--) inside[above] = true
    if (ends) open = false
    inside[at] = open
    if (!ends && BEGIN.test(text)) open = true
  }
  return { inside, open }
}

/** Lines as they are shown; `keyOpen`: the last of them stands inside a private key that goes on. */
export type ReadLines = { spans: LogSpan[][]; keyOpen: boolean }

/** The same as `readLogLines` for a log that comes bit by bit: what it said of the lines before goes in as `keyOpen`. */
export function readMoreLogLines(
  lines: readonly string[],
  keyOpen: boolean,
  knownSecrets: readonly string[] = [],
): ReadLines {
  const { inside, open } = insidePrivateKey(lines.map(plainText), keyOpen)
  const spans = lines.map((line, at): LogSpan[] =>
    inside[at] ? [{ text: MASK, tone: 'plain' }] : readLogLine(line, knownSecrets),
  )
  return { spans, keyOpen: open }
}

/** The lines of one window as they are shown: colours as tones, secrets masked, also keys that run over several lines. */
export const readLogLines = (lines: readonly string[], knownSecrets: readonly string[] = []): LogSpan[][] =>
  readMoreLogLines(lines, false, knownSecrets).spans
