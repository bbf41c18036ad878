import { readableText } from '#lib/words/readable-text.ts'
import { groupItems, isNested, REVIEW_GROUPS } from './group-items.ts'
import { countItems, describeItem, wordStatus } from './item-words.ts'
import type { ReviewItem } from './match-review.ts'
import type { ReviewReading } from './reading.ts'

/** What was understood of a file, as lines for a terminal. What cannot be seen in the file is shown by its code. */
export function printReview(reading: ReviewReading, items: readonly ReviewItem[]): string[] {
  const head = [
    [
      'Phase',
      `${reading.phaseId} (${items.some(({ kind, status }) => kind === 'phase' && status === 'new') ? 'new' : 'on record'})`,
    ],
    ['Title', reading.title],
    ['Written by', reading.author],
    ['Plan', reading.planPath],
    ['Mission', reading.mission],
    ['DONE', reading.doneRule],
  ] as const
  const groups = groupItems(items).flatMap(({ group, items: grouped }) => [
    '',
    REVIEW_GROUPS[group],
    ...grouped.flatMap((item) => printItem(item)),
  ])
  const unplaced = reading.unplaced.map(({ line, text }) => `  line ${line}: ${text}`)
  return [
    ...head.flatMap(([name, words]) => (words === null ? [] : [`${name.padEnd(11)} ${words}`])),
    ...groups,
    ...(unplaced.length === 0 ? [] : ['', 'Not placed', ...unplaced]),
    '',
    countItems(items),
  ].map(onOneLine)
}

function printItem(item: ReviewItem): string[] {
  const { name, text, line } = describeItem(item)
  const indent = isNested(item) ? '      ' : '  '
  const head = `${indent}${MARKS[item.status]} ${name} (${wordStatus(item)}${line === null ? '' : `, line ${line}`})`
  return [head, ...(text === '' ? [] : text.split('\n').map((words) => `${indent}  ${words}`))]
}

const MARKS = { new: '+', known: '=', similar: '~', differs: '!' } as const satisfies Record<
  ReviewItem['status'],
  string
>

/** A file must not steer the terminal it is printed on, nor turn its lines around. */
const onOneLine = (text: string): string => readableText(text).replace(/[\n\t]/g, ' ')
