import { assertNever } from '#lib/assert-never.ts'
import { ROLE_WORD } from '#lib/people/roles.ts'
import { formatFull } from '#lib/time/format.ts'
import type { ReviewItem, ReviewItemStatus } from './match-review.ts'
import type { StatedTime } from './reading.ts'

type Kind = ReviewItem['kind']

const COUNTED = {
  phase: ['phase', 'phases'],
  gate: ['gate', 'gates'],
  failure: ['failure', 'failures'],
  hypothesis: ['recorded cause', 'recorded causes'],
  fact: ['fact', 'facts'],
  verdict: ['verdict the file states', 'verdicts the file states'],
  entry: ['log entry', 'log entries'],
  owed: ['owed item', 'owed items'],
} as const satisfies Record<Kind, readonly [string, string]>

const SIMILAR = {
  phase: 'on record in other words',
  gate: 'on record in other words',
  failure: 'on record in other words',
  hypothesis: 'on record in other words',
  fact: 'on record in other words',
  verdict: 'on record for the same time, in other words',
  entry: 'on record for the same time, in other words',
  owed: 'owed already, in other words',
} as const satisfies Record<Kind, string>

const STATUS = { new: 'new', known: 'on record already', differs: 'differs: the record keeps its own words' } as const

export const wordStatus = ({ kind, status }: ReviewItem): string =>
  status === 'similar' ? SIMILAR[kind] : STATUS[status]

export type ItemWords = {
  name: string
  text: string
  /** 1-based line of the file. */
  line: number | null
}

/** An item in the words in which it is shown; a time is the stated one, and says so where it is missing. */
export function describeItem(item: ReviewItem): ItemWords {
  switch (item.kind) {
    case 'phase':
      return { name: item.phase.phaseId, text: item.phase.mission ?? '', line: null }
    case 'gate':
      return { name: item.gate.id, text: item.gate.criteria, line: item.gate.line }
    case 'failure': {
      const { name, version, image, line } = item.failure
      return { name, text: [version, image].filter((part) => part !== null).join(', '), line }
    }
    case 'hypothesis':
      return { name: 'recorded cause', text: `“${item.hypothesis}”`, line: item.line }
    case 'fact':
      return { name: 'fact', text: item.fact.text, line: item.fact.line }
    case 'verdict': {
      const { gate, failure, result, words, statedAt, text, line } = item.verdict
      const about = [gate, failure].filter((part) => part !== null).join(', ')
      return { name: `${about}: the file says ${result?.toUpperCase() ?? words}, ${wordTime(statedAt)}`, text, line }
    }
    case 'entry':
      return { name: wordTime(item.entry.statedAt), text: item.entry.text, line: item.entry.line }
    case 'owed': {
      const { by, failure, before, text, line } = item.owed
      const about = [`the ${ROLE_WORD[by]}`, failure, before && `before ${before}`].filter((part) => part !== null)
      return { name: about.join(', '), text, line }
    }
    default:
      return assertNever(item)
  }
}

function wordTime(time: StatedTime | null): string {
  if (time === null) return 'no time stated'
  return time.at === null ? `${time.written}, no full time` : formatFull(time.at)
}

/** "2 gates, 6 failures are new; 3 are on record already." */
export function countItems(items: readonly ReviewItem[]): string {
  const count = (status: ReviewItemStatus) => items.filter((item) => item.status === status).length
  const fresh = items.filter(({ status }) => status === 'new')
  const kinds = [...new Set(fresh.map(({ kind }) => kind))].map((kind) => {
    const many = fresh.filter((item) => item.kind === kind).length
    return `${many} ${COUNTED[kind][many === 1 ? 0 : 1]}`
  })
  const verb = (many: number) => (many === 1 ? 'is' : 'are')
  const parts = [
    kinds.length === 0 ? 'Nothing is new' : `${kinds.join(', ')} ${verb(fresh.length)} new`,
    `${count('known')} ${verb(count('known'))} on record already`,
    ...(count('similar') > 0 ? [`${count('similar')} ${verb(count('similar'))} there in other words`] : []),
    ...(count('differs') > 0
      ? [`${count('differs')} ${count('differs') === 1 ? 'differs' : 'differ'} from the record`]
      : []),
  ]
  return `${parts.join('; ')}.`
}
