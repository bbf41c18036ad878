import { ok, type Result, refuse } from '#lib/result.ts'

const REPLACEMENT = '\uFFFD'

/** "character 812 (line 24)", both counted from 1. `offset` counts UTF-16 units from 0. */
function place(text: string, offset: number): string {
  const before = text.slice(0, offset)
  return `character ${offset + 1} (line ${before.split('\n').length})`
}

/** True when an object, a list or a string opened in this text is never closed: the sign of a file cut in the middle. */
function endsOpen(text: string): boolean {
  let depth = 0
  let inString = false
  for (let i = 0; i < text.length; i++) {
    const char = text[i]
    if (inString) {
      if (char === '\\') i++
      else if (char === '"') inString = false
    } else if (char === '"') inString = true
    else if (char === '{' || char === '[') depth++
    else if (char === '}' || char === ']') depth--
  }
  return inString || depth > 0
}

function whyNotJson(text: string, error: unknown): string {
  const start = text.trimStart()
  if (!start.startsWith('{')) return `is not JSON: it begins with “${start.slice(0, 20).split(/\s*\n/)[0]}”.`
  // The engine names the position of the first fault; a cut shows as a fault at the very end of the text.
  const position = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1]
  const end = text.trimEnd().length
  const offset = position === undefined ? end : Number(position)
  if (endsOpen(text) && (offset >= end || position === undefined || /Unterminated/.test(String(error))))
    return `ends at ${place(text, Math.max(0, end - 1))}, in the middle of the JSON: the file was cut.`
  return `is not JSON: the fault is at ${place(text, offset)}.`
}

/**
 * The JSON object in a text file. A byte order mark and CRLF are taken; the refusal is the end of a sentence that starts with
 * the file's name. `text` was decoded as UTF-8 with U+FFFD for each byte that is not.
 */
export function parseJsonFile(text: string): Result<object, string> {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text
  if (body.trim() === '') return refuse('is empty.')
  const nul = body.indexOf('\0')
  if (nul !== -1) return refuse(`has a NUL at ${place(body, nul)}: it is not a text file.`)
  const broken = body.indexOf(REPLACEMENT)
  if (broken !== -1) return refuse(`is not valid UTF-8 at ${place(body, broken)}.`)
  let value: unknown
  try {
    value = JSON.parse(body)
  } catch (error) {
    return refuse(whyNotJson(body, error))
  }
  if (Array.isArray(value)) return refuse('holds a list, not one object.')
  if (typeof value !== 'object' || value === null)
    return refuse(`holds ${JSON.stringify(value).slice(0, 40)}, not an object.`)
  return ok(value)
}
