import type { RunProfile } from './words.ts'

/**
 * A run as it was asked for. `commit`: of the recipe, 40 hex digits; `ref`: the name it was chosen by, only a label. `harness`: 40 hex
 * digits where a harness change is tested in a worktree of its own; null: the host's own. `afterClaimOn`: it waits until this gate is claimed.
 */
export type RunRequest = {
  host: string
  recipe: string
  recipeVersion: string | null
  commit: string
  ref: string | null
  harness: string | null
  harnessRef: string | null
  profile: RunProfile
  pullRequest: number | null
  from: string | null
  to: string | null
  afterClaimOn: string | null
  remark: string
}

/** The id by which the host knows a run: `g31-0a1b2c3d`. `ledger`: 8 hex digits that name the ledger, so that two of them can use one host. */
export const hostRunIdOf = (number: number, ledger: string): string => `g${number}-${ledger.slice(0, 8)}`
