import { setTimeout } from 'node:timers/promises'
import { because, type Result, refuse } from '#lib/result.ts'

const TRIES = 12
const WAIT_MS = 75

/** What SQLite says and a person can do something about; anything else is a bug and is thrown on. */
const TROUBLES = [
  {
    code: 'SQLITE_FULL',
    sentence: 'The disk is full. Nothing was recorded; what you typed is kept here. Tell the Operator.',
  },
  { code: 'SQLITE_READONLY', sentence: 'The record cannot be written: its file is read-only. Nothing was recorded.' },
  {
    code: 'SQLITE_IOERR',
    sentence: 'The disk failed. Nothing was recorded; what you typed is kept here. Tell the Operator.',
  },
  { code: 'SQLITE_CORRUPT', sentence: 'The record is damaged. Nothing was recorded. Tell the Operator.' },
] as const
const BUSY = 'The record is busy. Nothing was recorded; submit again in a moment.'

/** Runs a synchronous write; while another process holds the database it waits between tries, without holding up this one. */
export async function withRetries<Value>(act: () => Result<Value>): Promise<Result<Value>> {
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    try {
      return act()
    } catch (error) {
      const code = codeOf(error)
      const trouble = TROUBLES.find((known) => code.startsWith(known.code))
      if (trouble) return refuse(because('storage', trouble.sentence))
      if (!code.startsWith('SQLITE_BUSY')) throw error
      await setTimeout(WAIT_MS)
    }
  }
  return refuse(because('busy', BUSY))
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
