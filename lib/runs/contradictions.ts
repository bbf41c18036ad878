import { highestLevel } from './level.ts'
import type { RunResults } from './results/read-results.ts'
import { decidingTiers, type Tier, worstTier } from './tiers.ts'
import type { Conclusion, Deployment, RunCondition } from './words.ts'

/** A run as somebody entered it by hand or by program. Times are ISO 8601 in UTC. `schema` is that of the level: 2 unless said. */
export type EnteredRun = {
  recipe: string
  recipeVersion: string
  condition: RunCondition
  deployment: Deployment
  conclusion: Conclusion
  startedAt: string
  endedAt: string
  tiers: Tier[]
  level: number | null
  schema?: 1 | 2 | null
  /** Lint rules that failed. */
  rulesFailed?: string[]
}

/** `field` is a key of EnteredRun, or `results` where the file itself is what does not fit. */
export type Contradiction = { field: Exclude<keyof EnteredRun, 'schema'> | 'results'; sentence: string }

/** People type minutes, and the clocks of host and app differ by seconds. */
const TOLERANCE_MS = 2 * 60_000
const HOUR_MS = 60 * 60_000
/** The longest sweep takes a night; whoever enters more has mistyped a date. */
const LONGEST_MS = 48 * HOUR_MS

const minute = (ms: number) => `${new Date(ms).toISOString().slice(0, 16).replace('T', ' ')}Z`

const lengthOf = (ms: number) =>
  ms < 2 * LONGEST_MS ? `${Math.floor(ms / HOUR_MS)} hours` : `${Math.floor(ms / (24 * HOUR_MS))} days`

function timeContradictions(entered: EnteredRun, results: RunResults | null, now: Date): Contradiction[] {
  const found: Contradiction[] = []
  const startedAt = Date.parse(entered.startedAt)
  const endedAt = Date.parse(entered.endedAt)
  for (const [field, at, word] of [['startedAt', startedAt, 'start'] as const, ['endedAt', endedAt, 'end'] as const]) {
    if (Number.isNaN(at)) found.push({ field, sentence: `The ${word} is not a time.` })
    else if (at > now.getTime() + TOLERANCE_MS)
      found.push({
        field,
        sentence: `The ${word}, ${minute(at)}, lies in the future: it is ${minute(now.getTime())} now.`,
      })
  }
  if (endedAt < startedAt)
    found.push({
      field: 'endedAt',
      sentence: `The end, ${minute(endedAt)}, is before the start, ${minute(startedAt)}.`,
    })
  else if (endedAt - startedAt > LONGEST_MS)
    found.push({
      field: 'endedAt',
      sentence: `A run of ${lengthOf(endedAt - startedAt)} is no run: look at the start, ${minute(startedAt)}, and the end, ${minute(endedAt)}.`,
    })
  if (results === null || results.finishedAt === null) return found

  const finishedAt = Date.parse(results.finishedAt)
  const says = `results.json says the run finished at ${minute(finishedAt)}`
  if (finishedAt < startedAt - TOLERANCE_MS)
    found.push({ field: 'startedAt', sentence: `${says}, before the start entered here, ${minute(startedAt)}.` })
  if (finishedAt > endedAt + TOLERANCE_MS)
    found.push({ field: 'endedAt', sentence: `${says}, after the end entered here, ${minute(endedAt)}.` })
  return found
}

function conclusionContradiction(conclusion: Conclusion, tiers: Tier[], results: RunResults | null): string | null {
  const deciding = decidingTiers(tiers)
  const worst = worstTier(deciding)
  if (conclusion === 'green') {
    if (worst?.status === 'fail') return `The run is entered as green, but the tier ${worst.name} failed.`
    if (worst?.status === 'unver')
      return `The run is entered as green, but the tier ${worst.name} is unver: it should have run and did not.`
    if (!deciding.some((tier) => tier.status === 'pass'))
      return 'The run is entered as green, but no tier passed. Nothing tested is not green.'
  }
  if (conclusion === 'unver' && deciding.length > 0 && deciding.every((tier) => tier.status === 'pass'))
    return 'The run is entered as unver, but every tier passed: what should have run did.'
  if (conclusion === 'red' && deciding.length > 0 && (worst?.status === 'pass' || worst?.status === 'skip')) {
    // A leaked secret or a teardown that left something behind is a reason to call a run red that no tier shows.
    if (results?.cleanTeardown === false || results?.noSecretLeak === false) return null
    const lintFailed = tiers.some((tier) => tier.name === 'lint' && tier.status === 'fail')
    return lintFailed
      ? 'The run is entered as red, but only lint failed, and lint does not decide between green and red.'
      : 'The run is entered as red, but no tier failed.'
  }
  return null
}

function resultsContradictions(entered: EnteredRun, results: RunResults): Contradiction[] {
  const found: Contradiction[] = []
  if (results.recipe !== entered.recipe)
    found.push({
      field: 'results',
      sentence: `This results.json is of ${results.recipe}; the run is of ${entered.recipe}.`,
    })
  if (results.version !== null && results.version !== entered.recipeVersion)
    found.push({
      field: 'recipeVersion',
      sentence: `results.json says version ${results.version}; ${entered.recipeVersion} was entered.`,
    })
  for (const tier of entered.tiers) {
    const inFile = results.tiers.find((known) => known.name === tier.name)
    if (inFile !== undefined && inFile.status !== tier.status)
      found.push({
        field: 'tiers',
        sentence: `The tier ${tier.name} was entered as ${tier.status}; results.json says ${inFile.status}.`,
      })
  }
  for (const tier of results.tiers) {
    const failed = tier.tests.find((test) => test.status === 'fail')
    if (tier.status === 'pass' && failed !== undefined)
      found.push({
        field: 'results',
        sentence: `results.json says the tier ${tier.name} passed, but its test ${failed.name} failed.`,
      })
  }
  return found
}

function levelContradiction(entered: EnteredRun, results: RunResults | null): string | null {
  if (results !== null && results.level !== null && entered.level !== null && results.level !== entered.level)
    return `results.json says level ${results.level}; level ${entered.level} was entered.`
  const level = entered.level ?? results?.level ?? null
  const schema = results?.schema ?? entered.schema ?? 2
  const tiers = results?.tiers ?? entered.tiers
  if (level === null || schema !== 2 || tiers.length === 0) return null
  const highest = highestLevel(tiers, results === null ? 'blocks' : 'ignored')
  return level > highest ? `Level ${level} is higher than its tiers allow: they reach level ${highest}.` : null
}

/** Rules that are named belong to a lint tier that failed; without one they would be lost. */
function lintContradiction({ rulesFailed = [], tiers }: EnteredRun, results: RunResults | null): string | null {
  if (rulesFailed.length === 0) return null
  if (results !== null) {
    const unknown = rulesFailed.filter((rule) => !results.rulesFailed.includes(rule))
    return unknown.length === 0 ? null : `results.json does not say that ${unknown.join(', ')} failed.`
  }
  const lint = tiers.find((tier) => tier.name === 'lint')
  if (lint?.status === 'fail') return null
  return `Lint rules are entered as failed, but the tier lint is ${lint === undefined ? 'not entered' : `entered as ${lint.status}`}.`
}

/**
 * What in an entered run cannot all be true, one sentence per field and contradiction; empty when nothing contradicts.
 * The tiers of results.json are believed over those entered. Lint is verdict-neutral, so it decides neither way.
 */
export function findContradictions(entered: EnteredRun, results: RunResults | null, now: Date): Contradiction[] {
  const found = timeContradictions(entered, results, now)
  if (results !== null) found.push(...resultsContradictions(entered, results))
  const conclusion = conclusionContradiction(entered.conclusion, results?.tiers ?? entered.tiers, results)
  if (conclusion !== null) found.push({ field: 'conclusion', sentence: conclusion })
  const level = levelContradiction(entered, results)
  if (level !== null) found.push({ field: 'level', sentence: level })
  const lint = lintContradiction(entered, results)
  if (lint !== null) found.push({ field: 'rulesFailed', sentence: lint })
  if (entered.condition === 'promote' && entered.deployment === 'cold')
    found.push({
      field: 'deployment',
      sentence: 'A promote run moves an app that is already there, at its warm name: it cannot be cold.',
    })
  return found
}
