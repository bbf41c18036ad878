import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The tables of the projections as SQL. `folder`: that of `db`, for commands that run elsewhere. */
export const projectionsDdl = (folder: string = join(process.cwd(), 'db')): string =>
  readFileSync(join(folder, 'projections/tables.sql'), 'utf8')
