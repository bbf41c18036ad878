const MAX_CHARACTERS = 200

/** Controls, bidi controls, zero-width and tag characters: what could make a name look like another. */
const DECEIVING = /[\p{Cc}\p{Cs}\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\u{E0000}-\u{E007F}]/gu

/** What to call an uploaded file: the last part of the sent name without deceiving characters. A label; nothing is opened by it. */
export function fileLabel(filename: string): string {
  const name = (filename.split(/[/\\]/).at(-1) ?? '').replace(DECEIVING, '').trim()
  return name === '' || /^\.+$/.test(name) ? 'unnamed' : [...name].slice(0, MAX_CHARACTERS).join('')
}
