import type { LedgerEvent } from '#lib/ledger/event.ts'
import { bare } from '#lib/phases/review/review-words.ts'
import { readVerdictHeading } from '#lib/phases/review/verdict-heading.ts'
import { formatFull } from '#lib/time/format.ts'
import { beginningOf } from '#lib/words/beginning-of.ts'
import type { PhaseCopy } from './phase-copy.ts'
import { onOneLine, quote } from './quoted-words.ts'
import { stamp } from './stamp.ts'

type Verdict = LedgerEvent<'verdict.recorded'>
const TITLE_LENGTH = 60

/** Every verdict of the record, the latest first, each with the rulings it stands on; before them the vetoes that stand. */
export function printVerdicts(copy: PhaseCopy): string[] {
  const verdicts = copy.events.filter((event) => event.kind === 'verdict.recorded').toReversed()
  const vetoes = copy.facts.vetoes.flatMap(({ gate, at, person, reason, seq }) => [
    `- VETO on ${gate ?? 'the phase'} since ${stamp(at)}, by ${nameOf(copy, person)} (event ${seq})`,
    ...quote(reason, '  '),
  ])
  return [
    ...['## Verdicts', ''],
    ...(vetoes.length === 0 ? [] : [...vetoes, '']),
    ...(verdicts.length === 0 ? ['(none yet)', ''] : verdicts.flatMap((verdict) => printVerdict(copy, verdict))),
  ]
}

function printVerdict(copy: PhaseCopy, verdict: Verdict): string[] {
  const { gate, revision, reason } = verdict.payload
  return [
    ...[`### ${headingOf(copy, verdict)}`, ''],
    `Revision ${revision}, by ${nameOf(copy, verdict.actor)}; event ${verdict.seq}. ${countsHow(copy, verdict)}`,
    ...['', ...quote(reason), ''],
    ...partsOf(copy, gate, revision).flatMap(({ failure, digest }) => printRuling(copy, verdict, failure, digest)),
    '',
  ]
}

/** With the beginning of the criteria as its title, where that does not change what the heading says. */
function headingOf({ facts }: PhaseCopy, { recordedAt, payload: { gate, result } }: Verdict): string {
  const criteria = facts.gates.find((held) => held.gate === gate)?.criteria ?? ''
  const title = bare(onOneLine(beginningOf(criteria, TITLE_LENGTH).beginning)).replace(/[ .…]+$/, '')
  const verdict = `**${result.toUpperCase()}** @ ${stamp(recordedAt)}`
  const titled = `${gate} — ${title}: ${verdict}`
  const read = readVerdictHeading(titled)
  const sameVerdict = read?.result === result && read.statedAt?.written === stamp(recordedAt)
  const same = sameVerdict && read.gates.join() === gate && read.title === title
  return same ? titled : `${gate}: ${verdict}`
}

function countsHow({ gates }: PhaseCopy, { seq, payload }: Verdict): string {
  const decision = gates.find((held) => held.decision.gate.gate === payload.gate)?.decision
  if (decision?.verdict?.seq !== seq) return 'It is history: it does not count for what is claimed now.'
  if (decision.standing === 'passed')
    return decision.freshUntil === null ? 'It counts.' : `It counts until ${formatFull(decision.freshUntil)}.`
  if (payload.result === 'fail') return 'It stands.'
  const stale = decision.failures.filter(({ ruling }) => ruling.kind !== 'passed')
  const because = stale.map(({ failure, ruling }) => `${failure.failure} ${onOneLine(ruling.because)}`).join('; ')
  return `It is stale${because === '' ? '' : `: ${because}`}.`
}

const partsOf = ({ events }: PhaseCopy, gate: string, revision: number) =>
  events
    .filter((event) => event.kind === 'claim.filed')
    .find(({ payload }) => payload.gate === gate && payload.revision === revision)?.payload.parts ?? []

/** The ruling that was in force when the verdict was given: the last one before it, if it judged what this revision claims. */
function printRuling(copy: PhaseCopy, verdict: Verdict, failure: string, digest: string): string[] {
  const { gate, revision } = verdict.payload
  const ruling = copy.events
    .filter((event) => event.kind === 'ruling.recorded')
    .findLast((event) => event.seq < verdict.seq && event.failure === failure && event.payload.gate === gate)
  if (ruling?.payload.digest !== digest) return [`- ${failure}: not ruled in this revision`]
  const { result, reason, cites } = ruling.payload
  const carried = ruling.payload.revision === revision ? '' : `; carried from revision ${ruling.payload.revision}`
  const on = cites.length === 0 ? '' : `, on ${cites.join(', ')}`
  return [
    `- ${failure}: **${result.toUpperCase()}**`,
    // A bracket first: a point that began with a word could be read as the name of a failure.
    `  - (${stamp(ruling.recordedAt)}, ${nameOf(copy, ruling.actor)}, event ${ruling.seq}${on}${carried})`,
    ...quote(reason, '    '),
  ]
}

export const nameOf = ({ names }: Pick<PhaseCopy, 'names'>, person: string): string =>
  onOneLine(names[person] ?? person)
