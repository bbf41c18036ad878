import { notFound } from 'next/navigation'
import { PageFrame } from '#app/page-frame.tsx'
import { PageHeader } from '#components/look/page-header.tsx'
import { SectionTitle } from '#components/look/panel.tsx'
import { findRole } from '#db/people/find-role.ts'
import { countSignIns, listPeople } from '#db/people/list-people.ts'
import { listPhasesToInvite } from '#db/people/list-phases-to-invite.ts'
import { EVERY_PHASE } from '#lib/people/people-inputs.ts'
import { can, explainPermission } from '#lib/people/permissions.ts'
import { describeRole } from '#lib/people/why-cannot-hold.ts'
import { requireActor } from '#lib/server/auth/current-actor.ts'
import { database } from '#lib/server/database.ts'
import { LetIn, LetInNot } from './let-in.tsx'
import { PeopleTable } from './people-table.tsx'

export const metadata = { title: 'People' }

/** Who is here, in which roles, and (for an Operator) how others come in. */
export default async function PeoplePage() {
  const actor = await requireActor(null)
  const db = database()
  const people = listPeople(db)
  // Any role anywhere reads the list: who may judge whom is part of the record.
  if (!people.some(({ person, roles }) => person === actor.person && roles.length > 0)) notFound()

  const { phases, everyPhase } = listPhasesToInvite(db, actor.person)
  const choices = phases.map((phase) => ({ value: phase, label: phase }))
  if (everyPhase) choices.push({ value: EVERY_PHASE, label: 'every phase' })
  // Who has a role in one phase only is in none here.
  const refusal = actor.role === null ? 'Only the Operator may do this.' : explainPermission(actor, 'person.invite')
  return (
    <PageFrame actor={actor} now={new Date()} current="/people">
      <PageHeader title="People">
        Roles are held by people, not by accounts: somebody may sign in with several. Nobody is Builder and Adversary in
        one phase.
      </PageHeader>
      <PeopleTable people={people} signIns={countSignIns(db)} own={actor.person} />
      <SectionTitle>Who may what</SectionTitle>
      {choices.length === 0 ? (
        <LetInNot refusal={refusal} />
      ) : (
        <LetIn
          people={people.map(({ person, name }) => ({ value: person, label: name }))}
          phases={choices}
          everyPhase={everyPhase}
          holdings={people.flatMap(({ person, name, roles }) =>
            roles
              .filter(({ phase }) => can({ role: findRole(db, actor.person, phase) }, 'role.withdraw'))
              .map(({ role, phase }) => ({
                value: JSON.stringify({ person, role, phase }),
                label: `${name}: ${describeRole({ role, phase })}`,
              })),
          )}
          refusal={refusal}
        />
      )}
    </PageFrame>
  )
}
