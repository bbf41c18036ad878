import { defineConfig } from 'drizzle-kit'

/** For `drizzle-kit export`: the DDL in `tables.sql` is generated from `tables.ts`. */
export default defineConfig({ dialect: 'sqlite', schema: './db/projections/tables.ts' })
