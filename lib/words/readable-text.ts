/** ECMA-48: CSI, then the strings that run to BEL or ST (OSC, DCS, SOS, PM, APC), then two- and three-byte escapes. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
export const CSI = /(?:\x1b\[|\x9b)([\x30-\x3f]*)[\x20-\x2f]*([\x40-\x7e])/
export const CONTROL_STRING =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: as above
  /(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x0a\x1b\x90\x98\x9c-\x9f]*(?:\x07|\x1b\\|\x9c)/
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above
export const SHORT_ESCAPE = /\x1b[\x20-\x2f]*[\x30-\x7e]?/
const ESCAPES = new RegExp([CSI, CONTROL_STRING, SHORT_ESCAPE].map(({ source }) => source).join('|'), 'g')

/** Characters that reorder or hide text: bidi controls, zero-width ones, line separators, tag characters. ZWJ stays, for emoji. */
const DECEIVING =
  /[\u061C\u180E\u200B\u200C\u200E\u200F\u2028-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu
const shown = (char: string) => `[U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`

/** The text with each character that reorders or hides others shown by its code: `[U+202E]`. */
export const withoutDeceit = (text: string): string => text.replace(DECEIVING, shown)

/**
 * Somebody's own words as they are shown, so that nothing in them turns or hides the rest. Line ends (CRLF as LF) and tabs stay,
 * terminal escapes are dropped, other control characters are shown by their code. What is recorded never passes through here.
 */
export const readableText = (text: string): string =>
  withoutDeceit(
    text
      .replaceAll('\r\n', '\n')
      .replace(ESCAPES, '')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: as above
      .replace(/[\x00-\x08\x0b-\x1f\x7f-\x9f]/g, shown),
  )
