import { because, ok, type Refusal, type Result, refuse } from '#lib/result.ts'

export type MalformedAnswer = Refusal<'malformed_answer'>
type Groups = Readonly<Record<string, string>>

const CONTROL = /[^\P{Cc}\n]/gu

/**
 * The `key value` lines of a host's answer. Lines with a key that nobody asks for are passed over, so that a newer script may say more;
 * control characters are dropped. What does not fit its pattern is remembered, and `finish` refuses with the first of it.
 */
export function fieldsOf(text: string, whose: string) {
  const lines = text.replace(CONTROL, '').split('\n').map(splitLine)
  const troubles: string[] = []

  const many = (key: string, pattern: RegExp): Groups[] =>
    lines.flatMap((line) => {
      if (line.key !== key) return []
      const groups = pattern.exec(line.value)?.groups
      if (groups === undefined) troubles.push(`its line “${key}” is not written as one`)
      return groups === undefined ? [] : [groups]
    })
  const maybe = (key: string, pattern: RegExp): Groups | null => {
    const found = many(key, pattern)
    if (found.length > 1) troubles.push(`it says “${key}” ${found.length} times`)
    return found[0] ?? null
  }
  const one = (key: string, pattern: RegExp): Groups => {
    const found = maybe(key, pattern)
    if (found === null) troubles.push(`it does not say “${key}”`)
    return found ?? {}
  }
  const finish = <Value>(value: Value): Result<Value, MalformedAnswer> =>
    troubles[0] === undefined
      ? ok(value)
      : refuse(because('malformed_answer', `${whose} cannot be read: ${troubles[0]}.`))

  return { many, maybe, one, finish }
}

/** The words after the key, whatever they are. */
export const WORDS = /^(?<words>.+)$/
export const NAME = /^(?<name>\S+)$/
/** Of seconds: a thousand times as many are still a time and a safe integer. */
export const SECONDS = /^(?<number>\d{1,12})$/
export const NUMBER = /^(?<number>\d{1,15})$/
export const COMMIT = /^(?<commit>[0-9a-f]{40}) (?<state>clean|dirty)$/
export const BOOT = /^(?<id>[0-9A-Za-z-]{1,64})$/
export const PSI = /^(?<resource>cpu|io|memory) (?<kind>some|full) (?<total>\d{1,15})$/
export const ARTIFACT = /^(?<name>\S+) (?<bytes>\d{1,15})$/

/** The first 200 characters of a value that a page may show. */
export const shorten = (words: string): string => (words.length > 200 ? `${words.slice(0, 199)}…` : words)

function splitLine(line: string): { key: string; value: string } {
  const space = line.indexOf(' ')
  return space < 0 ? { key: line, value: '' } : { key: line.slice(0, space), value: line.slice(space + 1).trim() }
}
