import { EVENT_WORD } from '#components/events/event-words.ts'
import { ROLE_WORD } from '#lib/people/roles.ts'

const KINDS: { [kind: string]: string | undefined } = EVENT_WORD
const ROLES: { [role: string]: string | undefined } = { ...ROLE_WORD, system: 'Gatehouse' }

/** In words; as it stands where a damaged event holds a word nobody knows. */
export const kindWord = (kind: string): string => KINDS[kind] ?? kind
export const roleWord = (role: string): string => ROLES[role] ?? role
