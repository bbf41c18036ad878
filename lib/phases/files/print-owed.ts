import { ROLE_WORD } from '#lib/people/roles.ts'
import type { ObligationFacts } from '#lib/phases/phase-facts.ts'
import type { PhaseCopy } from './phase-copy.ts'
import { asQuote, wordsByLine } from './quoted-words.ts'

/** What nobody has met yet, under titles that the importer reads: "Still owed by the Builder before M1". */
export function printOwed({ facts }: PhaseCopy): string[] {
  const open = facts.obligations.filter(({ met }) => met === null)
  const titles = [...new Set(open.map(titleOf))]
  return titles.flatMap((title) => [
    ...[`## ${title}`, ''],
    ...open.filter((one) => titleOf(one) === title).flatMap(printOne),
    '',
  ])
}

const titleOf = ({ by, before }: ObligationFacts): string =>
  `Still owed${by === 'adversary' ? '' : ` by the ${ROLE_WORD[by]}`}${before === null ? '' : ` before ${before}`}`

function printOne({ text }: ObligationFacts): string[] {
  const { first, rest } = wordsByLine(text)
  return [`- [ ] ${first}`, ...rest.map((line) => asQuote(line, '  '))]
}
