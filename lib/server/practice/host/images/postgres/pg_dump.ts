// pg_dump <file>: every row of the running server, one statement a line.
import { writeFileSync } from 'node:fs'
import { at } from '../shared/paths.ts'
import { SELF, say } from '../shared/serve.ts'
import { query } from './query.ts'

const file = process.argv[2] ?? ''
const rows = await query(SELF, 'SELECT')
writeFileSync(at(file), rows.map((row) => `INSERT ${row}\n`).join(''))
say(`dumped ${rows.length} rows to ${file}`)
