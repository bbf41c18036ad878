import { parseSgr } from '#lib/runs/log-text.ts'
import { maskSecrets } from '#lib/runs/mask-secrets.ts'

/** Where a part of a run begins in its log. `title`: the tier, or what the line announces; ready to be shown. */
export type OutlineEntry = { line: number; title: string }

/** A line longer than this (characters) announces nothing. */
export const LONGEST_BOUNDARY = 240
const LONGEST_TITLE = 80

const TIER = 'lint|deploy|install|upgrade|backup|restore|custom|promote|teardown'

/**
 * The ways in which harnesses say that a part begins, tried in this order; `title` is what it is called. cc-ci prints `-- upgrade` behind a
 * time; the other forms are those of harnesses that we know and of tools they call. A rule of `=` must be closed, so that text is no banner.
 */
const BOUNDARIES: readonly { what: string; pattern: RegExp }[] = [
  { what: 'what the host script says', pattern: /^gatehouse: (?<title>\S.*)$/ },
  {
    what: 'a tier between rules',
    pattern: new RegExp(`^(?:[=#*]{2,}>?\\s*|-{2,}\\s+)(?:(?:tier|stage|rung)\\b:?\\s*)?(?<title>${TIER})\\b`, 'i'),
  },
  { what: 'a tier by its name', pattern: new RegExp(`^(?:tier|stage|rung)\\b\\s*:?\\s*(?<title>${TIER})\\b`, 'i') },
  { what: 'a tier in brackets', pattern: new RegExp(`^\\[(?<title>${TIER})\\]`, 'i') },
  {
    what: 'a test file of a tier',
    pattern: new RegExp(`^(?:tests?/\\S*)?test_(?<title>${TIER})\\w*\\.py(?:::|\\s|$)`),
  },
  { what: 'a banner', pattern: /^={2,}>?\s+(?<title>[^\s=][^=]*?)\s+={2,}$/ },
]
const TIMES_IN_FRONT = /^(?:\[?\d[\d:.,TZ+-]*\]?\s+){1,2}/

/** The part of a run that this line begins, or null. Escapes are dropped, a time in front is passed over, secrets are masked. */
export function findBoundary(line: string): string | null {
  if (line.length > LONGEST_BOUNDARY) return null
  const text = parseSgr(line)
    .map((span) => span.text)
    .join('')
    .replace(TIMES_IN_FRONT, '')
    .trim()
  for (const { pattern } of BOUNDARIES) {
    const title = pattern.exec(text)?.groups?.title
    if (title === undefined) continue
    const isTier = new RegExp(`^(?:${TIER})$`, 'i').test(title)
    return isTier ? title.toLowerCase() : maskSecrets(title).slice(0, LONGEST_TITLE)
  }
  return null
}
