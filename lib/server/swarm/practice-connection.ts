import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { readConfiguration } from '../configuration.ts'

export const PRACTICE_FOLDER = 'practice-host'
export const PRACTICE_FILE = 'connection.json'

const PracticeConnection = z.object({
  address: z.string(),
  port: z.number(),
  user: z.string(),
  keys: z.object({ builder: z.string(), adversary: z.string() }),
})

/** Where the practice host listens now, written by whichever process runs it; nothing when none has written it yet. */
export function readPracticeConnection(): z.output<typeof PracticeConnection> | null {
  try {
    const file = join(/* turbopackIgnore: true */ readConfiguration().dataFolder, PRACTICE_FOLDER, PRACTICE_FILE)
    return PracticeConnection.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}
