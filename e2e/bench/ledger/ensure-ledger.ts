import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { makeLedger } from './make-ledger.ts'

const FOLDER = 'node_modules/.cache/gatehouse'
/** What decides which events there are and how they are projected. */
const SOURCES = ['e2e/bench/ledger/*.ts', 'lib/ledger/*.ts', 'db/ledger/ledger.sql', 'db/projections/**/*.{ts,sql}']

/** A database with 100,000 events, made once and kept until its sources change. Answers its file, to be copied: nobody writes in it. */
export function ensureLedger(): string {
  const file = join(FOLDER, `bench-${digestOf(SOURCES)}.sqlite`)
  if (existsSync(file)) return file
  console.info('Telling 100,000 events, which are kept for the next time …')
  mkdirSync(FOLDER, { recursive: true })
  for (const old of globSync(`${FOLDER}/bench-*.sqlite*`)) rmSync(old)
  const draft = join(FOLDER, `bench-draft-${process.pid}.sqlite`)
  makeLedger(draft)
  renameSync(draft, file)
  return file
}

function digestOf(patterns: readonly string[]): string {
  const hash = createHash('sha256')
  const paths = patterns
    .flatMap((pattern) => globSync(pattern))
    .filter((path) => !path.endsWith('.test.ts'))
    .sort()
  for (const path of paths) hash.update(path).update(readFileSync(path))
  return hash.digest('hex').slice(0, 16)
}
