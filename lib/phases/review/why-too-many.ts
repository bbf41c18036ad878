import { mayBeTaken } from './decide-import.ts'
import type { ReviewItem } from './match-review.ts'

/** A page sends a key for each ticked item, and a request holds a megabyte. */
const MOST_ON_A_PAGE = 2_000

/** Null, or why what a file says cannot be ticked on one page. On the command line it can be imported whole. */
export function whyTooMany(items: readonly ReviewItem[]): string | null {
  const many = items.filter(mayBeTaken).length
  if (many <= MOST_ON_A_PAGE) return null
  const count = (number: number) => number.toLocaleString('en')
  return `This file holds ${count(many)} items that could be recorded; a page takes ${count(MOST_ON_A_PAGE)}. Split the file, or import it whole with npm run import.`
}
