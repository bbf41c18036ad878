import type { LedgerEvent } from '#lib/ledger/event.ts'
import { ROLE_WORD } from '#lib/people/roles.ts'
import { formatFull } from '#lib/time/format.ts'
import { describePower } from '#lib/tokens/token-words.ts'
import { readableText } from '#lib/words/readable-text.ts'

export type PeopleKind =
  | ('person.added' | 'sign-in.added' | 'role.given' | 'role.withdrawn')
  | ('token.issued' | 'token.revoked')

/** Who is here, as what, and which programs act for them. */
export function PeopleBody({ event }: { event: LedgerEvent<PeopleKind> }) {
  return <p>{wordsOf(event)}</p>
}

function wordsOf(event: LedgerEvent<PeopleKind>): string {
  switch (event.kind) {
    case 'person.added':
      return readableText(event.payload.name)
    case 'sign-in.added': {
      const { person, invitedBy } = event.payload
      return `${person} can sign in by a further account; the link was made by ${invitedBy}.`
    }
    case 'role.given': {
      const { person, role, everyPhase } = event.payload
      return `${person}: ${ROLE_WORD[role]}${everyPhase ? ', in every phase' : ''}`
    }
    case 'role.withdrawn': {
      const { person, role, reason } = event.payload
      return `${person}: ${ROLE_WORD[role]}. ${readableText(reason)}`
    }
    case 'token.issued': {
      const { name, role, expiresAt } = event.payload
      return `${readableText(name)} ${describePower(role)}, until ${formatFull(expiresAt)}.`
    }
    case 'token.revoked':
      return readableText(event.payload.reason)
  }
}
