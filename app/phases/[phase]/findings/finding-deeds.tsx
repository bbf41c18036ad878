import { AddressForm, CloseForm, ReopenForm } from '#components/findings/finding-forms.tsx'
import { DisabledControl } from '#components/look/button.tsx'
import { ThreadLinks } from '#components/threads/thread-links.tsx'
import { findRole } from '#db/people/find-role.ts'
import { isClosed } from '#lib/findings/is-closed.ts'
import { whyCannotClose, whyNotClosedByThis } from '#lib/findings/why-cannot-close.ts'
import { can } from '#lib/people/permissions.ts'
import type { Actor } from '#lib/people/roles.ts'
import type { FindingFacts, PhaseFacts } from '#lib/phases/phase-facts.ts'
import { newCommandId } from '#lib/server/actions/new-command-id.ts'
import { database } from '#lib/server/database.ts'
import { readThreads } from '#lib/server/pages/read-threads.ts'
import { submitAddressedFinding, submitClosedFinding, submitReopenedFinding } from './actions.ts'

type Props = { facts: PhaseFacts; actor: Actor; now: Date; finding: FindingFacts }

/** The Builder addresses a finding, the Adversary closes it or opens it again; whoever writes here and may not close it reads why. */
export function FindingDeeds({ facts, actor, now, finding }: Props) {
  const { standing } = finding
  const since = facts.evidence.filter(({ failure, seq }) => failure === finding.failure && seq > finding.seq)
  const form = { commandId: newCommandId(), phase: facts.phase, finding: finding.finding }
  return (
    <>
      {standing !== 'closed' && can(actor, 'finding.address') && (
        <AddressForm {...form} action={submitAddressedFinding} evidence={since} again={standing === 'addressed'} />
      )}
      {!isClosed(facts, finding) && can(actor, 'note.write') && (
        <Closing facts={facts} actor={actor} finding={finding} />
      )}
      <ThreadLinks
        phase={facts.phase}
        about={finding.finding}
        threads={readThreads(facts.phase, actor)}
        reader={actor}
        now={now}
      />
      {standing !== 'open' && can(actor, 'finding.reopen') && <ReopenForm {...form} action={submitReopenedFinding} />}
    </>
  )
}

function Closing({ facts, actor, finding }: Omit<Props, 'now'>) {
  const { phase } = facts
  const own = facts.evidence.filter(
    ({ failure, person, seq }) => failure === finding.failure && person === actor.person && seq > finding.openSince,
  )
  const openerJudges = findRole(database(), finding.person, phase) === 'adversary'
  const refusal =
    whyCannotClose(facts, finding, actor, openerJudges) ??
    whyNotClosedByThis(
      facts,
      finding,
      actor,
      own.map(({ ref }) => ref),
    )
  if (refusal !== null)
    return (
      <div className="mb-2.5">
        <DisabledControl reason={refusal.sentence}>Close it</DisabledControl>
      </div>
    )
  return (
    <CloseForm
      action={submitClosedFinding}
      commandId={newCommandId()}
      phase={phase}
      finding={finding.finding}
      evidence={own}
    />
  )
}
