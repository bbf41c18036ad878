import { ROLE_WORD, type Role } from '#lib/people/roles.ts'
import { formatClock, formatFull } from '#lib/time/format.ts'
import type { RequestedRun } from './requested-run.ts'
import { holds, type Reservation } from './reservation.ts'
import { profileWords, type RunProfile, type RunStatus } from './words.ts'

/** Who has a node. `underWay.sinceMs`: epoch milliseconds of the server. `queued`: how many runs wait for it. */
export type NodeFacts = {
  host: string
  underWay: { run: RequestedRun; status: RunStatus; sinceMs: number | null } | null
  reservation: Reservation | null
  queued: number
}
/** Who reads: a person with a role in the phase at hand, and the phases they may read. */
export type NodeReader = { person: string; role: Role | null; phase: string; reads: (phase: string) => boolean }

/** `isOwn`: it is the reader's side that has the node. `sinceMs`: when a run began, for a clock behind the words; null: none runs. */
export type NodeWords = { words: string; isOwn: boolean; sinceMs: number | null; run: number | null }

/** What a run is called: `cold run of mumble`. */
export const RUN_WORD = {
  alone: 'cold run',
  load: 'cold run under load',
  promote: 'warm advance',
  warm: 'warm run',
} satisfies Record<RunProfile, string>

/** Who has the node, in a line: a run before a reservation; null: it is free. What the reader may not see is not named. */
export function wordNode({ host, underWay, reservation }: NodeFacts, reader: NodeReader, now: Date): NodeWords | null {
  if (underWay !== null) {
    const { run, status, sinceMs } = underWay
    if (!reader.reads(run.phase)) return { words: `${host}: a run of another phase`, isOwn: false, sinceMs, run: null }
    const isOwn = isSideOf(reader, run.requestedBy.role, run.phase)
    const what = `${whose(reader, run.requestedBy, run.phase)} ${RUN_WORD[run.request.profile]} of ${run.request.recipe}`
    const words = `${host}: ${what}${run.phase === reader.phase ? '' : ` in ${run.phase}`}`
    return { words: `${words}${ASIDE[status]}`, isOwn, sinceMs, run: run.number }
  }
  if (reservation === null || !holds(reservation, now)) return null
  const { role, phase, until } = reservation
  if (!reader.reads(phase))
    return { words: `${host}: reserved until ${near(until, now)}`, isOwn: false, sinceMs: null, run: null }
  const isOwn = isSideOf(reader, role, phase)
  const who = isOwn ? 'you' : `${sideWord(role)}${phase === reader.phase ? '' : ` of ${phase}`}`
  return { words: `${host}: reserved by ${who} until ${near(until, now)}`, isOwn, sinceMs: null, run: null }
}

const ASIDE = {
  queued: '',
  starting: ', starting',
  running: '',
  unreachable: ', unreachable',
  ended: '',
  dropped: '',
} satisfies Record<RunStatus, string>

const isSideOf = (reader: NodeReader, role: Role | 'system', phase: string): boolean =>
  phase === reader.phase && role === reader.role

function whose(reader: NodeReader, by: RequestedRun['requestedBy'], phase: string): string {
  if (by.person === reader.person) return 'your'
  return isSideOf(reader, by.role, phase) ? 'your side’s' : `${sideWord(by.role)}’s`
}

export const sideWord = (role: Role | 'system'): string => (role === 'system' ? 'Gatehouse' : `the ${ROLE_WORD[role]}`)

const near = (at: string, now: Date): string =>
  at.slice(0, 10) === now.toISOString().slice(0, 10) ? formatClock(at) : formatFull(at)

/** `alone`, `under load`, with what else was asked for: `warm advance, 3.5.3 to 3.6.0, harness 0a1b2c3d`. */
export const wordRequest = ({ request }: Pick<RequestedRun, 'request'>): string =>
  [profileWords[request.profile], ...formOf(request)].join(', ')

/** The same without the profile; empty for a plain run. */
export const wordForm = (request: RequestedRun['request']): string => formOf(request).join(', ')

const formOf = ({ from, to, pullRequest, harness, harnessRef }: RequestedRun['request']): string[] =>
  [
    from === null && to === null ? null : `${from ?? 'the last one'} to ${to ?? 'this one'}`,
    pullRequest === null ? null : `pull request #${pullRequest}`,
    harness === null ? null : `harness ${harnessRef ?? harness.slice(0, 8)}`,
  ].filter((part) => part !== null)

/** The recipe's commit, short, with the name it was chosen by. */
export const wordCommit = ({ commit, ref }: RequestedRun['request']): string =>
  `${commit.slice(0, 8)}${ref === null ? '' : ` (${ref})`}`
