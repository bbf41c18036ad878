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

/** Which of these lines are the inside of a private key. A window may begin inside one: its END says so. */
function insidePrivateKey(texts: readonly string[]): boolean[] {
  const inside = texts.map(() => false)
  let open = false
  for (const [at, text] of texts.entries()) {
    const ends = END.test(text)
    if (ends && !open)
      for (let above = at - 1; above >= 0 && BODY.test(texts[above] ?? ''); above--) inside[above] = true
    if (ends) open = false
    inside[at] = open
    if (!ends && BEGIN.test(text)) open = true
  }
  return inside
}

/** The lines of one window as they are shown: colours as tones, secrets masked, also keys that run over several lines. */
export function readLogLines(lines: readonly string[], knownSecrets: readonly string[] = []): LogSpan[][] {
  const inside = insidePrivateKey(lines.map(plainText))
  return lines.map((line, at) => (inside[at] ? [{ text: MASK, tone: 'plain' }] : readLogLine(line, knownSecrets)))
}
