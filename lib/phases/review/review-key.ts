/**
 * A text as it is compared: the same words in a stored rendering and in Markdown give the same, so spaces (a rendering joins words), marks of
 * bold and code, and the shape of quotes do not count.
 */
export const comparable = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s*`_]+/g, '')
    .replace(/[“”]/g, '"')
    .replace(/[‘’]/g, "'")

/** 64 bits in hex of a text as compared: two FNV-1a hashes from different starts. It tells texts apart, it protects nothing. */
export function digestOf(text: string): string {
  const words = comparable(text)
  let one = 0x811c9dc5
  let other = 0x2f0b4a37
  for (let index = 0; index < words.length; index++) {
    const unit = words.charCodeAt(index)
    one = Math.imul(one ^ unit, 0x01000193)
    other = Math.imul(other ^ unit ^ (index & 0xff), 0x01000193)
  }
  return [one, other].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('')
}

/**
 * A key: kind, what the part is about, and the digest of its words, with spaces between and none inside. A long name stands as its digest, so a
 * key has at most some 140 characters.
 */
export function keyOf(kind: string, about: readonly (string | null)[], words?: string): string {
  const names = about.map((part) => (part === null ? '-' : part.length > 32 || /\s/.test(part) ? digestOf(part) : part))
  return [kind, ...names, ...(words === undefined ? [] : [digestOf(words)])].join(' ')
}
