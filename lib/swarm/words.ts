import type { Deployment, RunCondition } from '#lib/runs/words.ts'

/** What the node is to do beside the run, or what the run does: a host offers some of them. */
export const runProfiles = ['alone', 'load', 'promote', 'warm'] as const
export type RunProfile = (typeof runProfiles)[number]

export const profileWords = {
  alone: 'alone',
  load: 'under load',
  promote: 'warm advance',
  warm: 'warm',
} satisfies Record<RunProfile, string>

/** What kind of evidence a run of a profile is: the words of attached runs. */
export const EVIDENCE_OF = {
  alone: { condition: 'alone', deployment: 'cold' },
  load: { condition: 'load', deployment: 'cold' },
  promote: { condition: 'promote', deployment: 'warm' },
  warm: { condition: 'alone', deployment: 'warm' },
} as const satisfies Record<RunProfile, { condition: RunCondition; deployment: Deployment }>

/**
 * Where a run that was requested here is. queued: it waits for its turn. starting: the host was told. running: its log comes.
 * unreachable: the host does not answer; the run may well go on, this is no end. ended: it is evidence. dropped: it left the queue unstarted.
 */
export const runStatuses = ['queued', 'starting', 'running', 'unreachable', 'ended', 'dropped'] as const
export type RunStatus = (typeof runStatuses)[number]

/** What may follow what (DESIGN 4). From `ended` and `dropped` nothing leads on. */
export const FOLLOWS = {
  queued: ['starting', 'dropped'],
  starting: ['running', 'unreachable', 'ended', 'queued', 'dropped'],
  running: ['unreachable', 'ended'],
  unreachable: ['starting', 'running', 'ended'],
  ended: [],
  dropped: [],
} satisfies Record<RunStatus, readonly RunStatus[]>

/** Whether a run holds (or is about to hold) the node. */
export const IS_UNDER_WAY = {
  queued: false,
  starting: true,
  running: true,
  unreachable: true,
  ended: false,
  dropped: false,
} satisfies Record<RunStatus, boolean>
