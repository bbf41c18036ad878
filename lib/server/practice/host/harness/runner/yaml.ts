/** As much YAML as the compose files of recipes use: maps, lists, plain and quoted scalars, comments. */
export type Yaml = string | Yaml[] | { [key: string]: Yaml }

type Line = { indent: number; text: string }
const KEY = /^("[^"]*"|'[^']*'|[^\s:'"][^:]*?)\s*:(?:\s+(.*))?$/

function scalar(text: string): Yaml {
  const quoted = /^"(.*)"$|^'(.*)'$/.exec(text)
  if (quoted !== null) return quoted[1] ?? quoted[2] ?? ''
  if (/^\[.*\]$/.test(text)) {
    const inner = text.slice(1, -1).trim()
    return inner === '' ? [] : inner.split(',').map((part) => scalar(part.trim()))
  }
  return text === '{}' ? {} : text
}

function linesOf(text: string): Line[] {
  return text
    .split('\n')
    .map((line) => ({ indent: line.length - line.trimStart().length, text: line.trim() }))
    .filter((line) => line.text !== '' && !line.text.startsWith('#') && line.text !== '---')
}

/** One block: every line from `at` on that is indented like the first. Returns the value and where it ended. */
function block(lines: readonly Line[], at: number): [Yaml, number] {
  const indent = lines[at]?.indent ?? 0
  return lines[at]?.text.startsWith('- ') ? list(lines, at, indent) : map(lines, at, indent)
}

function list(lines: readonly Line[], start: number, indent: number): [Yaml, number] {
  const items: Yaml[] = []
  let at = start
  for (let line = lines[at]; line?.indent === indent && line.text.startsWith('- '); line = lines[at]) {
    const rest = line.text.slice(2).trim()
    if (KEY.test(rest) && !/^["']/.test(rest)) {
      // A map that begins behind the dash goes on two columns further right.
      const inner = [{ indent: indent + 2, text: rest }, ...lines.slice(at + 1)]
      const [value, used] = map(inner, 0, indent + 2)
      items.push(value)
      at += used
    } else {
      items.push(scalar(rest))
      at += 1
    }
  }
  return [items, at]
}

function map(lines: readonly Line[], start: number, indent: number): [Yaml, number] {
  const entries: { [key: string]: Yaml } = {}
  let at = start
  for (let line = lines[at]; line?.indent === indent; line = lines[at]) {
    const found = KEY.exec(line.text)
    if (found === null) throw new Error(`not understood: ${line.text}`)
    const key = (found[1] ?? '').replace(/^["']|["']$/g, '')
    const next = lines[at + 1]
    if (found[2] !== undefined) {
      entries[key] = scalar(found[2])
      at += 1
    } else if (next !== undefined && (next.indent > indent || (next.indent === indent && next.text.startsWith('- ')))) {
      const [value, end] = block(lines, at + 1)
      entries[key] = value
      at = end
    } else {
      entries[key] = ''
      at += 1
    }
  }
  return [entries, at]
}

/** Throws with the line that it does not understand. */
export function parseYaml(text: string): Yaml {
  const lines = linesOf(text)
  if (lines.length === 0) return {}
  const [value, end] = block(lines, 0)
  if (end < lines.length) throw new Error(`not understood: ${lines[end]?.text}`)
  return value
}

export const mapAt = (value: Yaml | undefined): { [key: string]: Yaml } =>
  typeof value === 'object' && !Array.isArray(value) ? value : {}
export const textAt = (value: Yaml | undefined): string => (typeof value === 'string' ? value : '')

/** A list of texts; a map becomes `key=value` lines, as compose has it for environment and labels. */
export function textsAt(value: Yaml | undefined): string[] {
  if (Array.isArray(value)) return value.map(textAt)
  return Object.entries(mapAt(value)).map(([key, inner]) => `${key}=${textAt(inner)}`)
}

/** `KEY=value` lines as a record; a line without `=` has an empty value. */
export function pairs(lines: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    lines.map((line) => {
      const at = line.indexOf('=')
      return at === -1 ? [line, ''] : [line.slice(0, at), line.slice(at + 1)]
    }),
  )
}
