import { whyReserved } from '#lib/phases/reserved-phase.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import type { AsidePassage, ReviewReading, ReviewRefusal } from './reading.ts'
import { bare, fold } from './review-words.ts'

export type ReviewHeader = Pick<ReviewReading, 'phaseId' | 'title' | 'author'> & {
  /** 0-based index of the first line after the header. */
  next: number
  setAside: AsidePassage[]
}

const EXPECTED = 'a REVIEW file begins with “REVIEW — phase <id>”'
const SIZE_OR_NAME = /^(?:\d{1,6}(?:\.\d{1,3})? ?(?:B|[KM]i?B|bytes)|REVIEW-[\w.-]{1,80}\.(?:md|txt))$/i
/** As in every form; and in addresses a phase is written small. */
const LONGEST_ID = 60
const HEADER = /^(#{0,6}) ?REVIEW\b ?(.*)$/i
const PHASE = /^(?:(?:—|–|--?|:) ?)?phase:? ([a-z0-9][\w.-]*)(.*)$/i
// Without the word "phase" only a Markdown heading is trusted: "# REVIEW-redfix (Adversary)".
const BARE_ID = /^(?:—|–|--?|:) ?([a-z0-9][\w.-]*)( \(.*\))?$/
const ROLE = /\((adversary|builder|operator)\b[,;:]? ?/i
/** What else stands beside the role says how the file is kept, and titles nothing. */
const ONLY_REMARK = /^\([^()]*\)$/

/** Finds the header on the first line that has words (size lines and a file name of a rendering may stand above), or says what the text is instead. */
export function recogniseReview(physical: readonly string[], endsInLine: boolean): Result<ReviewHeader, ReviewRefusal> {
  const setAside: AsidePassage[] = []
  for (let index = 0; index < physical.length; index++) {
    const text = fold(physical[index] ?? '')
    if (text === '') continue
    if (SIZE_OR_NAME.test(text)) {
      setAside.push({ text, line: index + 1, because: 'rendering' })
      continue
    }
    const header = HEADER.exec(bare(text))
    if (!header) return refuseAt(index + 1, `${nameOtherText(text)}; ${EXPECTED}`)
    const cut = endsInLine && physical.length === index + 1
    const found = PHASE.exec(header[2] ?? '') ?? (header[1] === '' ? null : BARE_ID.exec(header[2] ?? ''))
    const [, phaseId, rest = ''] = found ?? []
    if (cut || (rest.includes('(') && !rest.includes(')')))
      return refuseAt(index + 1, `the file breaks off inside its first line; ${EXPECTED}`)
    if (phaseId === undefined) return refuseAt(index + 1, `this names no phase; ${EXPECTED}`)
    if (phaseId.length > LONGEST_ID)
      return refuseAt(index + 1, `the phase’s name has more than ${LONGEST_ID} characters`)
    const reserved = whyReserved(phaseId.toLowerCase())
    if (reserved !== null) return refuseAt(index + 1, reserved.replace(/\.$/, ''))
    setAside.push({ text, line: index + 1, because: 'heading' })
    return ok({ phaseId: phaseId.toLowerCase(), ...readRest(rest), next: index + 1, setAside })
  }
  return refuseAt(1, `this file has no words; ${EXPECTED}`)
}

export const refuseAt = (line: number, what: string): { ok: false; refusal: ReviewRefusal } =>
  refuse({ line, sentence: `Line ${line}: ${what}.` })

function readRest(rest: string): Pick<ReviewHeader, 'title' | 'author'> {
  const role = ROLE.exec(rest)?.[1]?.toLowerCase()
  const author = role === 'adversary' || role === 'builder' || role === 'operator' ? role : null
  const title = fold(rest.replace(ROLE, '(').replace('()', ''))
    .replace(/^(?:[—–:-]|--) ?/, '')
    .replace(/ ?[—–:-]$/, '')
  return { title: title === '' || (author !== null && ONLY_REMARK.test(title)) ? null : title, author }
}

function nameOtherText(text: string): string {
  const words = bare(text).replace(/^#{1,6} ?/, '')
  const kept = /^(STATUS|JOURNAL|BACKLOG|BUILDER-INBOX|ADVERSARY-INBOX|INBOX|DECISIONS)\b/i.exec(words)?.[1]
  if (kept !== undefined) return `this looks like a ${kept.toUpperCase()} file`
  if (/^[{[](?: ?["{[\]}]|$)/.test(text)) return 'this looks like JSON, such as a results.json'
  if (/^<(?:!doctype|\?xml|[a-z])/i.test(text)) return 'this looks like an HTML page'
  if (/^(?:\[?\d{4}-\d{2}-\d{2}[T ]\d|\[?\d{2}:\d{2}:\d{2}|\[?(?:INFO|WARN|ERROR|DEBUG)\b|\+{1,3} |\$ )/.test(text))
    return 'this looks like a log'
  return 'this does not look like a REVIEW file'
}
