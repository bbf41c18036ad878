import { assertNever } from '#lib/assert-never.ts'
import { BEHAVIOUR_WORD, PLACE_WORD } from '#lib/classifications/words.ts'
import type { LedgerEvent } from '#lib/ledger/event.ts'
import { ROLE_WORD } from '#lib/people/roles.ts'
import type { EvidenceFacts } from '#lib/phases/phase-facts.ts'

/** An entry of a log: what happened in our words, then somebody's own. */
export type LogWords = { happened: string; said: string | null }

const PRE_STAGING = /\bpre-?(?:stag|claim|check)/i

/**
 * What one event says in a log; null for what a log leaves out: what other parts of the file show, what nobody but the Operator decides, and the
 * Builder's sealed reasoning, of which a file says nothing at all.
 */
export function logWords(event: LedgerEvent, evidence: readonly EvidenceFacts[]): LogWords | null {
  const about = event.failure === null ? '' : `, ${event.failure}`
  switch (event.kind) {
    case 'phase.opened':
      return { happened: `Phase ${event.phase} opened.`, said: null }
    case 'note.written': {
      const untold = event.payload.note === 'pre-staging' && !PRE_STAGING.test(event.payload.text.slice(0, 160))
      return { happened: untold ? 'Pre-staging, not a verdict:' : '', said: event.payload.text }
    }
    case 'run.attached':
    case 'run.ended':
    case 'observation.recorded':
    case 'code.cited': {
      const held = evidence.find(({ seq }) => seq === event.seq)
      return held ? { happened: `${held.ref} recorded for ${held.failure}: ${held.summary}`, said: held.how } : null
    }
    case 'run.excluded':
      return { happened: `#${event.payload.run} left out.`, said: event.payload.reason }
    case 'run.cancel-asked':
      return { happened: `#${event.payload.run} is to be cancelled.`, said: event.payload.reason }
    case 'run.dropped':
      // Of what could not start nobody decided anything.
      return event.role === 'system'
        ? null
        : { happened: `#${event.payload.run}${about} never started: no evidence.`, said: event.payload.reason }
    case 'classification.proposed': {
      const { behaviour, place, cause } = event.payload
      return {
        happened: `${event.failure} classified: ${BEHAVIOUR_WORD[behaviour]}, ${PLACE_WORD[place]}.`,
        said: cause,
      }
    }
    case 'fix.attached': {
      const { fix, repository, pullRequest, head, changes } = event.payload
      const where = `${repository}${pullRequest === null ? '' : ` #${pullRequest}`}`
      return { happened: `Fix ${fix} for ${event.failure}: ${where} at ${head}.`, said: changes }
    }
    case 'fix.updated': {
      const { fix, head, state, how } = event.payload
      return { happened: `Fix ${fix} is ${state} at ${head}.`, said: how }
    }
    case 'claim.filed': {
      const { gate, revision, answers } = event.payload
      const answering = answers.length === 0 ? '' : `, answering ${answers.join(', ')}`
      return { happened: `${gate} claimed, revision ${revision}${answering}.`, said: null }
    }
    case 'claim.withdrawn':
      return {
        happened: `${event.payload.gate}: revision ${event.payload.revision} withdrawn.`,
        said: event.payload.reason,
      }
    case 'obligation.owed':
      return {
        happened: `The ${ROLE_WORD[event.payload.by]} owes (owed-${event.payload.obligation}${about}).`,
        said: event.payload.text,
      }
    case 'obligation.met':
      return {
        happened: `No longer owed (owed-${event.payload.obligation}${on(event.payload.evidence)}).`,
        said: event.payload.how,
      }
    case 'more.asked':
      return {
        happened: `${event.payload.gate}${about}: more asked for, neither PASS nor FAIL (owed-${event.payload.obligation}).`,
        said: event.payload.text,
      }
    case 'ruling.recorded': {
      const { gate, revision, result, reason, cites } = event.payload
      const ruled = result.toUpperCase()
      return {
        happened: `${gate}${about}: ruled ${ruled} on revision ${revision}${on(cites.join(', '))}.`,
        said: reason,
      }
    }
    case 'verdict.recorded': {
      const { gate, revision, result } = event.payload
      return { happened: `${gate}: verdict ${result.toUpperCase()} on revision ${revision}.`, said: null }
    }
    case 'finding.opened':
      return { happened: `${event.payload.finding} opened on ${event.payload.gate}${about}.`, said: event.payload.text }
    case 'finding.addressed':
      return {
        happened: `${event.payload.finding} addressed${on(event.payload.cites.join(', '))}.`,
        said: event.payload.with,
      }
    case 'finding.closed':
      return {
        happened: `${event.payload.finding} closed${on(event.payload.cites.join(', '))}.`,
        said: event.payload.reason,
      }
    case 'finding.reopened':
      return { happened: `${event.payload.finding} opened again.`, said: event.payload.reason }
    case 'veto.raised':
      return {
        happened: `VETO ${event.payload.veto} on ${event.payload.gate ?? 'the phase'}.`,
        said: event.payload.reason,
      }
    case 'veto.lifted':
      return { happened: `Veto ${event.payload.veto} lifted.`, said: event.payload.reason }
    case 'phase.done':
      return { happened: 'DONE declared.', said: event.payload.words }
    case 'reasoning.written':
    case 'reasoning.unfolded':
    case 'ledger.opened':
    case 'person.added':
    case 'sign-in.added':
    case 'role.given':
    case 'role.withdrawn':
    case 'review.imported':
    case 'failure.added':
    case 'plan.recorded':
    case 'gate.defined':
    case 'hypothesis.stated':
    case 'fact.stated':
    case 'verdict.stated':
    case 'thread.opened':
    case 'thread.replied':
    case 'thread.settled':
    case 'token.issued':
    case 'token.revoked':
    // A run is told when it has ended; what was asked for and who held the node shows nothing.
    case 'run.requested':
    case 'run.started':
    case 'host.configured':
    case 'host-key.pinned':
    case 'host.retired':
    case 'reservation.taken':
    case 'reservation.released':
      return null
    default:
      return assertNever(event)
  }
}

const on = (evidence: string | null): string => (evidence ? `, on ${evidence}` : '')
