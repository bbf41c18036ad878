import type { Result } from '#lib/result.ts'
import type { RunResults } from '#lib/runs/results/read-results.ts'
import { shownEnd } from '#lib/runs/results/shown-end.ts'
import type { Conclusion } from '#lib/runs/words.ts'
import type { HostRunCause, HostRunStatus } from './protocol/run-status.ts'

/** How a run ended, and the sentence that says by what. */
export type Concluded = { conclusion: Conclusion; words: string }

/** `results` null: there are none. */
export type EndedRun = {
  status: Pick<HostRunStatus, 'state' | 'rc' | 'cause' | 'bootId' | 'nowBootId'>
  results: Result<RunResults, { sentence: string }> | null
  recipe: string
}

/** What the host script did to a run decides before anything that the harness wrote: none of these can be green (DESIGN 4). */
const BY_HOST = {
  cancelled: { conclusion: 'cancelled', words: 'Cancelled from here.' },
  deadline: { conclusion: 'unver', words: 'Its deadline passed: the host ended it.' },
  capped: { conclusion: 'unver', words: 'Its log passed the cap: what came after is not there, so it shows nothing.' },
  'load-failed': { conclusion: 'unver', words: 'The load that was to run beside it failed.' },
  'disk-full': { conclusion: 'unver', words: 'The disk of the host was full: what it left may not be all.' },
  'watcher-lost': {
    conclusion: 'unver',
    words: 'Its watcher on the host was killed: nobody kept its deadline, or saw what ran beside it.',
  },
  staging: { conclusion: 'unver', words: 'Its clean checkout could not be made.' },
} as const satisfies Record<HostRunCause, Concluded>

/** Exit codes of the harness that have a meaning of their own (DOMAIN 4; signals as 128 and their number). */
const EXITS: { [code: number]: string } = {
  137: 'Killed (exit 137): out of memory, or somebody killed it.',
  142: 'The harness’s own deadline of 60 minutes passed (exit 142).',
  143: 'Terminated (exit 143).',
}

/**
 * Green is exit code 0, read back from the host, and readable results of this recipe in which something passed and nothing failed or is
 * unver. Red is a failed tier, or an exit code that says so beside readable results. Whatever shows nothing is unver, never green.
 */
export function concludeRun({ status, results, recipe }: EndedRun): Concluded {
  if (status.state === 'died')
    return concludeLost(
      status.bootId === status.nowBootId
        ? 'Its process is gone and left no exit code: it was killed.'
        : 'The host was rebooted while it ran.',
    )
  if (status.cause !== null) return BY_HOST[status.cause]
  const { rc } = status
  if (rc === null) return { conclusion: 'unver', words: 'It ended, and its exit code never came.' }
  const exit = EXITS[rc] ?? `Exit ${rc}.`
  if (results === null) return { conclusion: 'unver', words: `${exit} It left no results.json.` }
  if (!results.ok) return { conclusion: 'unver', words: `${exit} ${results.refusal.sentence}` }
  return fromResults(rc, exit, results.value, recipe)
}

export const concludeLost = (why: string): Concluded => ({ conclusion: 'lost', words: why })

function fromResults(rc: number, exit: string, results: RunResults, recipe: string): Concluded {
  if (results.recipe !== recipe)
    return { conclusion: 'unver', words: `${exit} Its results.json is of ${results.recipe}, not of ${recipe}.` }
  const shown = shownEnd(results)
  if (shown !== null) return { conclusion: shown.conclusion, words: `${exit} ${shown.words}` }
  if (rc in EXITS) return { conclusion: 'unver', words: `${exit} What its results say was not all.` }
  if (rc !== 0)
    return { conclusion: 'red', words: `${exit} The harness says no, though every tier in its results passed.` }
  return { conclusion: 'green', words: 'Exit 0, and every tier passed.' }
}
