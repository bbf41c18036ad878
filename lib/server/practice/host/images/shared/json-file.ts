import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { at } from './paths.ts'

/** A list of texts kept in one file of a volume; an absent file is an empty list. */
export function readTexts(path: string): string[] {
  const file = at(path)
  if (!existsSync(file)) return []
  const value: unknown = JSON.parse(readFileSync(file, 'utf8'))
  return Array.isArray(value) ? value.map(String) : []
}

export function writeTexts(path: string, texts: readonly string[]): void {
  mkdirSync(dirname(at(path)), { recursive: true })
  writeFileSync(at(path), `${JSON.stringify(texts)}\n`)
}
