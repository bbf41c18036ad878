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

/** The id by which the host knows a run: `g31-0a1b2c3d`. `hash`: of the event that asked for it, in hex; its first 8 digits tell runs of one number apart. */
export const hostRunIdOf = (number: number, hash: string): string => `g${number}-${hash.slice(0, 8)}`

/** Whether a folder on a host is that of a run which Gatehouse started: its results are evidence already, or will be. */
export const isStartedHere = (name: string): boolean => /^g\d+-[0-9a-f]{8}$/.test(name)
