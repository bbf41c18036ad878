import { assertNever } from '#lib/assert-never.ts'
import { USUAL_REQUIREMENTS } from '#lib/gates/requirements.ts'
import type { EventDraft } from '#lib/ledger/event.ts'
import { DEFAULT_LIFETIME_HOURS, MS_PER_HOUR } from '#lib/phases/inputs.ts'
import type { ReviewItem } from './match-review.ts'
import type { EntryReading, Passage, ReviewReading, StatedTime } from './reading.ts'
import { comparable } from './review-key.ts'
import { titleOf } from './title-of.ts'

/** What is on record already, so that numbers and positions go on from there. */
export type Ground = { gates: number; failures: readonly string[]; nextObligation: number }

/** The events that record these items, in the order of the items. Stated times stay stated times; the file's verdicts stay its words. */
export function draftEvents(reading: ReviewReading, items: readonly ReviewItem[], ground: Ground): EventDraft[] {
  const failures = new Set([
    ...ground.failures,
    ...items.flatMap((item) => (item.kind === 'failure' ? [item.failure.name] : [])),
  ])
  let gatePosition = ground.gates
  let failurePosition = ground.failures.length
  let obligation = ground.nextObligation
  const phase = reading.phaseId
  const whenStated = entryTimes(reading)

  return items.map((item): EventDraft => {
    const by = (line: number) => ({ importKey: item.key, line })
    const about = (failure: string | null, subject: string | null, statedAt: string | null) => ({
      phase,
      failure,
      subject,
      statedAt,
    })
    switch (item.kind) {
      case 'phase': {
        const { mission, planPath, doneRule } = item.phase
        const payload = {
          ...{
            title: titleOf(reading),
            mission: mission ?? 'The imported file states no mission.',
            planPath,
            doneRule,
          },
          ...{ lifetimeMs: DEFAULT_LIFETIME_HOURS * MS_PER_HOUR, imported: by(headerLine(reading)) },
        }
        return { ...about(null, phase, null), kind: 'phase.opened', payload }
      }
      case 'gate': {
        const { id: gate, criteria, line } = item.gate
        gatePosition += 1
        // The usual order: causes first, fixes after. Whoever keeps other gates defines them anew.
        const requirements = [...USUAL_REQUIREMENTS[gatePosition === 1 ? 'cause' : 'fix']]
        const payload = { gate, criteria, requirements, position: gatePosition, imported: by(line) }
        return { ...about(null, gate, null), kind: 'gate.defined', payload }
      }
      case 'failure': {
        const { name, version, image, line } = item.failure
        failurePosition += 1
        const payload = {
          failure: name,
          recipe: name,
          version,
          image,
          sweptAs: null,
          position: failurePosition,
          imported: by(line),
        }
        return { ...about(name, name, null), kind: 'failure.added', payload }
      }
      case 'hypothesis': {
        const { failure, hypothesis: text, line } = item
        return {
          ...about(failure, null, null),
          kind: 'hypothesis.stated',
          payload: { text, imported: by(line) },
        }
      }
      case 'fact': {
        const { failure, fact } = item
        const named = reading.failures.find(({ name }) => name === failure)
        const said = (part: string | null | undefined) => (part && fact.text.includes(part) ? part : null)
        const payload = {
          text: fact.text,
          version: said(named?.version),
          image: said(named?.image),
          imported: by(fact.line),
        }
        return { ...about(failure, null, whenStated(fact)), kind: 'fact.stated', payload }
      }
      case 'verdict': {
        const { gate, failure, result, words, statedAt, text, line } = item.verdict
        // A point that rules on one failure takes its time from the heading, which is another verdict's text.
        const told = statedAt !== null && text.includes(statedAt.written) ? text : withTimeWritten(text, statedAt)
        const payload = { gate, result, words, text: told, imported: by(line) }
        return { ...about(failure, gate, statedAt?.at ?? null), kind: 'verdict.stated', payload }
      }
      case 'entry': {
        const { kind: note, text, statedAt, line } = item.entry
        const [only, another] = item.entry.failures.filter((name) => failures.has(name))
        const failure = another === undefined ? (only ?? null) : null
        return {
          ...about(failure, null, statedAt?.at ?? null),
          kind: 'note.written',
          payload: { note, text: withTimeWritten(text, statedAt), imported: by(line) },
        }
      }
      case 'owed': {
        const { by: debtor, failure, before, text, line } = item.owed
        const payload = { obligation: obligation++, by: debtor, text, before, imported: by(line) }
        return {
          ...about(failure, `owed-${payload.obligation}`, whenStated(item.owed)),
          kind: 'obligation.owed',
          payload,
        }
      }
      default:
        return assertNever(item)
    }
  })
}

/** A time that is no moment (no date, no such day) is kept where it can be: in the words. */
const withTimeWritten = (text: string, statedAt: StatedTime | null): string =>
  statedAt !== null && statedAt.at === null ? `${statedAt.written} — ${text}` : text

/** The stated time of the log entry that stands last before a passage, where the passage is part of its text; else null. */
function entryTimes({ entries }: ReviewReading): (passage: Passage) => string | null {
  const compared = new Map<EntryReading, string>()
  return ({ text, line }) => {
    const entry = entries.findLast((one) => one.line <= line)
    if (!entry) return null
    const words = compared.get(entry) ?? comparable(entry.text)
    compared.set(entry, words)
    return words.includes(comparable(text)) ? (entry.statedAt?.at ?? null) : null
  }
}

/** The first heading is the line that names the phase. */
const headerLine = ({ setAside }: ReviewReading): number =>
  setAside.find(({ because }) => because === 'heading')?.line ?? 1
