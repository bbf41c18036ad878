import { PageFrame } from '#app/page-frame.tsx'
import { AppLink } from '#components/look/app-link.tsx'
import { ActionLink, Actions } from '#components/look/button.tsx'
import { Chip } from '#components/look/chip.tsx'
import { EmptyState } from '#components/look/empty-state.tsx'
import { PageHeader } from '#components/look/page-header.tsx'
import { Sub } from '#components/look/panel.tsx'
import { Row, Rows } from '#components/look/rows.tsx'
import { findRole } from '#db/people/find-role.ts'
import { findPhaseFacts } from '#db/phases/find-phase-facts.ts'
import { listPhases } from '#db/phases/list-phases.ts'
import { evaluatePhase } from '#lib/gates/evaluate-phase.ts'
import { can } from '#lib/people/permissions.ts'
import { ROLE_WORD } from '#lib/people/roles.ts'
import { addressOf } from '#lib/phases/addresses.ts'
import { requireActor } from '#lib/server/auth/current-actor.ts'
import { database } from '#lib/server/database.ts'
import { formatAge } from '#lib/time/format.ts'

// The template of the layout is for the pages below it, not for the one beside it.
export const metadata = { title: { absolute: 'Phases · Gatehouse' } }

/** The phases, what waits on whom and for how long. */
export default async function PhasesPage() {
  const actor = await requireActor(null)
  const now = new Date()
  const db = database()
  const readable = listPhases(db).filter(({ phase }) => can({ role: findRole(db, actor.person, phase) }, 'record.read'))
  return (
    <PageFrame actor={actor} now={now}>
      <PageHeader title="Phases">
        Each phase is a set of failures that have to be explained, fixed and independently checked.
      </PageHeader>
      {readable.length === 0 ? (
        <EmptyState title="No phase yet">Import the REVIEW file of a phase, or open one by hand.</EmptyState>
      ) : (
        <Rows label="Phases">
          {readable.map(({ phase, title }) => {
            const facts = findPhaseFacts(db, phase)
            const turn = facts && evaluatePhase(facts, now).turn
            return (
              <Row
                key={phase}
                name={<AppLink href={addressOf.phase(phase)}>{phase}</AppLink>}
                chip={
                  turn?.role ? (
                    <Chip
                      tone={turn.role === findRole(db, actor.person, phase) ? 'claim' : 'none'}
                    >{`the ${ROLE_WORD[turn.role]}, for ${formatAge(turn.since, now)}`}</Chip>
                  ) : (
                    <Chip tone="none">nobody</Chip>
                  )
                }
              >
                {title}
                <Sub>
                  {turn
                    ? `${turn.role === null ? '' : `waits on the ${ROLE_WORD[turn.role]} `}${turn.what}`
                    : 'nothing is waited for'}
                </Sub>
              </Row>
            )
          })}
        </Rows>
      )}
      <Actions>
        {can(actor, 'review.import') && <ActionLink href="/import">Import a REVIEW file</ActionLink>}
        {can(actor, 'phase.open') && <ActionLink href="/phases/open">Open a phase by hand</ActionLink>}
      </Actions>
    </PageFrame>
  )
}
