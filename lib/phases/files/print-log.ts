import type { LedgerEvent } from '#lib/ledger/event.ts'
import { ROLE_WORD, type Role } from '#lib/people/roles.ts'
import { logWords } from './log-words.ts'
import type { PhaseCopy } from './phase-copy.ts'
import { nameOf } from './print-verdicts.ts'
import { asPoint, asQuote, onOneLine, quote, wordsByLine } from './quoted-words.ts'
import { stamp } from './stamp.ts'

/** The events of whoever keeps the file, oldest first, so that a new entry goes to the end: `- 2026-06-17T23:18Z — …`. */
export function printLog(copy: PhaseCopy, keeper: 'adversary' | 'builder'): string[] {
  return copy.events.filter((event) => keeperOf(event) === keeper).flatMap((event) => printEntry(copy, event, keeper))
}

/** The STATUS is the Builder's; everything else stands in the REVIEW, and so does what came out of a REVIEW, whoever imported it. */
function keeperOf(event: LedgerEvent): 'adversary' | 'builder' | null {
  const imported = 'imported' in event.payload && event.payload.imported !== null
  // An entry that was imported says itself what is owed.
  if (event.kind === 'obligation.owed' && imported) return null
  return authorOf(event).role === 'builder' && !imported ? 'builder' : 'adversary'
}

/** Whose entry it is: a run that Gatehouse started is its requester's, though Gatehouse wrote down its end. */
function authorOf(event: LedgerEvent): Pick<LedgerEvent, 'actor' | 'role'> {
  const requested = event.kind === 'run.ended' ? event.payload.supervised?.requestedBy : undefined
  return requested ? { actor: requested.person, role: requested.role } : event
}

function printEntry(copy: PhaseCopy, event: LedgerEvent, keeper: Role): string[] {
  const words = logWords(event, copy.facts.evidence)
  if (words === null) return []
  const { recordedAt, statedAt, seq } = event
  const { actor, role } = authorOf(event)
  const stated = stamp(statedAt ?? recordedAt)
  const signed = [
    `event ${seq}`,
    `${nameOf(copy, actor)}${role === keeper || role === 'system' ? '' : `, ${ROLE_WORD[role]}`}`,
    // The hour that an author states never hides the hour of the record.
    ...(stated === stamp(recordedAt) ? [] : [`recorded ${stamp(recordedAt)}`]),
  ].join('; ')
  const happened = onOneLine(words.happened)
  if (event.kind !== 'note.written') return [`- ${stated} — ${happened} (${signed})`, ...quote(words.said ?? '', '  ')]
  const { first, rest } = wordsByLine(event.payload.text)
  const lead = happened === '' ? first : `${happened} ${first}`
  return [`- ${stated} — ${lead} (${signed})`, ...rest.map(printPoint)]
}

/** A point of a note stays one, nested in its entry. */
function printPoint(line: string): string {
  const point = /^ *[-*] +(.*)$/.exec(line)?.[1]
  return point === undefined ? asQuote(line, '  ') : asPoint(point, '  ')
}
