import { join } from 'node:path'
import type { Engine } from '../engine/engine.ts'
import { ProcessEngine } from '../engine/process-engine.ts'
import { SwarmEngine } from '../engine/swarm-engine.ts'

const need = (name: string): string => {
  const value = process.env[name] ?? ''
  if (value === '') throw new Error(`${name} is not set`)
  return value
}
const optional = (name: string): string | null => process.env[name] || null

export type Settings = {
  recipe: string
  recipeFolder: string
  commit: string
  profile: string
  pr: string | null
  from: string | null
  to: string | null
  runId: string
  results: string
}

/** What the host script hands to a run. Throws when one is missing. */
export const readSettings = (): Settings => ({
  recipe: need('RECIPE'),
  recipeFolder: need('RECIPE_DIR'),
  commit: need('RECIPE_COMMIT'),
  profile: optional('PROFILE') ?? 'alone',
  ...{ pr: optional('PR'), from: optional('FROM'), to: optional('TO') },
  runId: need('RUN_ID'),
  results: need('RESULTS_DIR'),
})

/** The folder of the practice host. */
export const practiceFolder = (): string => need('PRACTICE_FOLDER')

export function engine(): Engine {
  const folders = {
    root: join(practiceFolder(), 'engine'),
    images: need('PRACTICE_IMAGES'),
    lease: join(practiceFolder(), 'serving'),
  }
  return process.env.PRACTICE_ENGINE === 'swarm' ? new SwarmEngine(folders.images) : new ProcessEngine(folders)
}
