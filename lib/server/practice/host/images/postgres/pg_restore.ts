// pg_restore <file>: makes the running server hold exactly what a dump says.
import { readFileSync } from 'node:fs'
import { at } from '../shared/paths.ts'
import { SELF, say } from '../shared/serve.ts'
import { query } from './query.ts'

const file = process.argv[2] ?? ''
const statements = readFileSync(at(file), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
await query(SELF, 'TRUNCATE')
for (const statement of statements) await query(SELF, statement)
say(`restored ${statements.length} rows from ${file}`)
