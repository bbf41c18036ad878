import type { EventDraft } from '#lib/ledger/event.ts'
import type { RoleIn } from '#lib/people/why-cannot-hold.ts'

export const draftRoleGiven = (person: string, { role, phase }: RoleIn): EventDraft<'role.given'> => ({
  kind: 'role.given',
  phase,
  failure: null,
  subject: null,
  statedAt: null,
  payload: { person, role, everyPhase: phase === null },
})
