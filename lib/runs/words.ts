/** What else the node was doing, or why the run was made. */
export const runConditions = ['alone', 'load', 'sweep', 'promote'] as const
export type RunCondition = (typeof runConditions)[number]

/** cold: new app, new volume (what counts for a gate); warm: a kept volume; quick: the harness's short mode. */
export const deployments = ['cold', 'warm', 'quick'] as const
export type Deployment = (typeof deployments)[number]

/** How a run ended. `unver`: it ended, and what it was to show was not shown. */
export const conclusions = ['green', 'red', 'unver', 'cancelled', 'lost'] as const
export type Conclusion = (typeof conclusions)[number]

export const conditionWords = {
  alone: 'alone',
  load: 'under load',
  sweep: 'in the sweep',
  promote: 'promote',
} satisfies Record<RunCondition, string>

export const deploymentWords = { cold: 'cold', warm: 'warm', quick: 'quick' } satisfies Record<Deployment, string>

export const conclusionWords = {
  green: 'green',
  red: 'red',
  unver: 'unver',
  cancelled: 'cancelled',
  lost: 'lost',
} satisfies Record<Conclusion, string>
