import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const SHORTEST = 32

/**
 * What signs the session cookies: `GATEHOUSE_SECRET`, else 32 random bytes (hex) kept beside the database for its owner only.
 * A copy of the database alone is therefore no way in. Throws a sentence when the given one is too short.
 */
export function authSecret(dataFolder: string, given: string | undefined = process.env.GATEHOUSE_SECRET): string {
  if (given !== undefined && given !== '') {
    if (given.length < SHORTEST) throw new Error(`GATEHOUSE_SECRET needs at least ${SHORTEST} characters.`)
    return given
  }
  const file = join(dataFolder, 'auth-secret')
  if (!existsSync(file)) makeOnce(file, dataFolder)
  return readFileSync(file, 'utf8').trim()
}

// Written aside and linked: of two processes that start at once one wins, and neither ever reads half a secret.
function makeOnce(file: string, folder: string): void {
  mkdirSync(folder, { recursive: true })
  const draft = `${file}.${randomBytes(6).toString('hex')}`
  writeFileSync(draft, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' })
  try {
    linkSync(draft, file)
  } catch (error) {
    if (!existsSync(file)) throw error
  } finally {
    unlinkSync(draft)
  }
}
