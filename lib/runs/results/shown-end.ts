import { brokenTier, decidingTiers } from '../tiers.ts'
import type { Conclusion } from '../words.ts'
import type { RunResults } from './read-results.ts'

/** An end that results show by themselves, with the sentence that says by what. */
export type ShownEnd = { conclusion: Extract<Conclusion, 'red' | 'unver'>; words: string }

/**
 * What results.json decides whatever the exit code was: red by a failed tier, a leaked secret or an unclean teardown, unver where nothing
 * was shown. Null: nothing in it is against green, which the exit code alone can say.
 */
export function shownEnd({ tiers, noSecretLeak, cleanTeardown }: RunResults): ShownEnd | null {
  const broken = brokenTier(tiers)
  if (broken?.status === 'fail') return { conclusion: 'red', words: `The tier ${broken.name} failed.` }
  if (broken !== null) return { conclusion: 'unver', words: `The tier ${broken.name} should have run and did not.` }
  if (noSecretLeak === false) return { conclusion: 'red', words: 'Every tier passed, and a secret leaked.' }
  if (cleanTeardown === false) return { conclusion: 'red', words: 'Every tier passed, and the teardown was not clean.' }
  if (!decidingTiers(tiers).some(({ status }) => status === 'pass'))
    return { conclusion: 'unver', words: 'No tier passed: nothing was tested.' }
  return null
}
