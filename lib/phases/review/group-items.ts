import type { ReviewItem } from './match-review.ts'

export const REVIEW_GROUPS = {
  gates: 'Gates',
  failures: 'Failures',
  verdicts: 'The file says',
  log: 'Log entries',
  preStaged: 'Pre-staged, not a verdict',
  owed: 'Still owed',
} as const
export type ReviewGroup = keyof typeof REVIEW_GROUPS

const GROUP_OF = {
  gate: 'gates',
  failure: 'failures',
  hypothesis: 'failures',
  fact: 'failures',
  verdict: 'verdicts',
  owed: 'owed',
} as const satisfies Record<Exclude<ReviewItem['kind'], 'phase' | 'entry'>, ReviewGroup>

/** The items of a file as they are shown, group by group; the phase itself is the head of it and in none. Empty groups are left out. */
export function groupItems(items: readonly ReviewItem[]): { group: ReviewGroup; items: ReviewItem[] }[] {
  const groups: Record<ReviewGroup, ReviewItem[]> = {
    gates: [],
    failures: [],
    verdicts: [],
    log: [],
    preStaged: [],
    owed: [],
  }
  for (const item of items) {
    if (item.kind === 'phase') continue
    if (item.kind === 'entry') groups[item.entry.kind === 'log' ? 'log' : 'preStaged'].push(item)
    else groups[GROUP_OF[item.kind]].push(item)
  }
  const order = ['gates', 'failures', 'verdicts', 'log', 'preStaged', 'owed'] as const
  return order.flatMap((group) => (groups[group].length === 0 ? [] : [{ group, items: groups[group] }]))
}

/** What is said of a failure stands beneath it. */
export const isNested = ({ kind }: ReviewItem): boolean => kind === 'fact' || kind === 'hypothesis'
