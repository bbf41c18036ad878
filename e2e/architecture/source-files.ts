import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

/** One import as written. `file` is the imported file of ours, `null` for a package (then `packageName` says which, `node:fs` too). */
export type Import = { specifier: string; file: string | null; packageName: string | null; typeOnly: boolean }
/** A file of ours: its path from the root, its text without comments, and the lines as they are. */
export type SourceFile = {
  path: string
  code: string
  lines: number
  directive: string | null
  imports: readonly Import[]
}

const FOLDERS = ['app', 'components', 'lib', 'db', 'e2e']
const AT_THE_TOP = ['instrumentation.ts', 'proxy.ts', 'next.config.ts', 'playwright.config.ts', 'vitest.config.ts']

// Biome's formatting is what makes these simple expressions enough: an import starts its line and quotes with '.
const FROM = /^(?:import|export)\s(type\s)?[^'"`;=]*?from\s'([^']+)'/gm
const BARE = /^import\s'([^']+)'/gm
const DYNAMIC = /\bimport\('([^']+)'\)/g
const COMMENT = /\/\*[\s\S]*?\*\/|(^|\s)\/\/[^\n]*/g
const DIRECTIVE = /^\s*'(use client|use server)'/
const TEST = /\.(test|spec)\.tsx?$/

export const sourceFiles: readonly SourceFile[] = [...FOLDERS.flatMap(walk), ...AT_THE_TOP.filter(existsSync)]
  .filter((path) => /\.(ts|tsx|mjs)$/.test(path) && !path.endsWith('.d.ts'))
  .sort()
  .map(read)

export const isTest = ({ path }: SourceFile): boolean => TEST.test(path)
export const fileAt = (path: string): SourceFile | null => sourceFiles.find((file) => file.path === path) ?? null

function walk(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name))
}

function read(path: string): SourceFile {
  const text = readFileSync(path, 'utf8')
  const code = text.replace(COMMENT, '$1')
  return {
    path,
    code,
    lines: text.trimEnd().split('\n').length,
    directive: DIRECTIVE.exec(code)?.[1] ?? null,
    imports: findImports(code, path),
  }
}

export function findImports(code: string, path: string): Import[] {
  const from = [...code.matchAll(FROM)].map(([, type, specifier = '']) => ({ specifier, typeOnly: type !== undefined }))
  const rest = [...code.matchAll(BARE), ...code.matchAll(DYNAMIC)].map(([, specifier = '']) => ({
    specifier,
    typeOnly: false,
  }))
  return [...from, ...rest].map((found) => ({ ...found, ...resolve(found.specifier, path) }))
}

function resolve(specifier: string, path: string): Pick<Import, 'file' | 'packageName'> {
  if (specifier.startsWith('#')) return { file: specifier.slice(1), packageName: null }
  if (specifier.startsWith('.')) return { file: normalize(join(dirname(path), specifier)), packageName: null }
  const [first = '', second] = specifier.split('/')
  return { file: null, packageName: first.startsWith('@') ? `${first}/${second}` : first }
}
