import { defineConfig } from 'drizzle-kit'

/** Only the working tables are migrated; the ledger is `ledger/ledger.sql`, projections are rebuilt. */
export default defineConfig({ dialect: 'sqlite', schema: './db/working/tables.ts', out: './db/migrations' })
