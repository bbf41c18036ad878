import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'

/** Held until it is released or the process ends, however that ends: the kernel takes the lock back. */
export type SupervisorLock = { release(): void }

/**
 * Of all processes that use a data folder one supervises runs: the one that holds an exclusive lock on a second SQLite file. Null: another
 * one does.
 */
export function takeSupervisorLock(dataFolder: string): SupervisorLock | null {
  mkdirSync(/* turbopackIgnore: true */ dataFolder, { recursive: true })
  const file = new Database(join(/* turbopackIgnore: true */ dataFolder, 'supervisor.sqlite'), { timeout: 0 })
  try {
    file.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    file.close()
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')) return null
    throw error
  }
  return { release: () => void file.close() }
}
