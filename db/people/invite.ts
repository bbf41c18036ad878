import type { Command } from '#lib/ledger/command.ts'
import type { FurtherSignInInput, InviteInput } from '#lib/people/people-inputs.ts'
import { can, explainPermission } from '#lib/people/permissions.ts'
import { because, ok, type Result, refuse } from '#lib/result.ts'
import type { Db } from '../db.ts'
import { immediately } from '../ledger/record.ts'
import { findPerson } from './find-person.ts'
import { findRole } from './find-role.ts'
import { isPhase } from './is-phase.ts'
import { type LinkFor, makeLink, type OneTimeLink } from './one-time-link.ts'

/** A link for somebody new, who will hold this role. Not in the record: the person is, once they come. */
export function invite(db: Db, command: Command<InviteInput>): Result<OneTimeLink> {
  const { role, phase } = command.input
  return makePermittedLink(db, command, phase, () =>
    isPhase(db, phase)
      ? ok({ person: null, role, phase })
      : refuse(because('no_such_phase', `There is no phase ${phase}.`, 'phase')),
  )
}

/** A link for one more account of a person who is here already; it carries no role, the person has theirs. */
export function inviteFurtherSignIn(db: Db, command: Command<FurtherSignInInput>): Result<OneTimeLink> {
  const { person } = command.input
  return makePermittedLink(db, command, null, () =>
    findPerson(db, person)
      ? ok({ person, role: null, phase: null })
      : refuse(because('no_such_person', 'Nobody here is known by this id.', 'person')),
  )
}

const SHOWN = 'The link of this form was shown once already and cannot be shown again. Reload the page to make another.'

function makePermittedLink(
  db: Db,
  command: Command<unknown>,
  phase: string | null,
  decide: () => Result<LinkFor>,
): Result<OneTimeLink> {
  return immediately(db, () => {
    const { id, actor, at } = command
    const inviter = { role: findRole(db, actor.person, phase) }
    if (!can(inviter, 'person.invite')) {
      return refuse(because('not_permitted', explainPermission(inviter, 'person.invite')))
    }
    const target = decide()
    if (!target.ok) return target
    const link = makeLink(db, id, target.value, actor.person, at)
    return link === null ? refuse(because('command_reused', SHOWN)) : ok(link)
  })
}
