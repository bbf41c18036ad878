import { BEHAVIOUR_WORD, PLACE_WORD } from '#lib/classifications/words.ts'
import { nameFix, shortCommit } from '#lib/fixes/describe-fix.ts'
import { canonicalJson } from '#lib/ledger/canonical-json.ts'
import type { ClaimPart, Judged } from './claim-part.ts'

/** How much changed, from least to most: what the Adversary has to look at again. */
export const changeGrades = ['unchanged', 'text', 'evidence', 'criteria', 'commit', 'new'] as const
export type ChangeGrade = (typeof changeGrades)[number]
export const GRADE_WORD = {
  unchanged: 'unchanged',
  text: 'text only',
  evidence: 'evidence changed',
  criteria: 'what is asked changed',
  commit: 'commit changed',
  new: 'not judged before',
} satisfies Record<ChangeGrade, string>

/** One thing that differs: `was` and `is` in words; empty where there was or is none. */
export type Change = { grade: ChangeGrade; what: string; was: string; is: string }
export type PartComparison = { failure: string; grade: ChangeGrade; changes: Change[] }

/** What changed about one failure between what was judged last (null: nothing was) and what is claimed now; the grade is that of the gravest change. */
export function comparePart(before: ClaimPart | null, now: ClaimPart): PartComparison {
  const { failure } = now
  if (before === null) return { failure, grade: 'new', changes: [] }
  if (before.digest === now.digest) return { failure, grade: 'unchanged', changes: [] }
  const changes = listChanges(before.judged, now.judged)
  const grade = changes.reduce<ChangeGrade>((worst, change) => graver(worst, change.grade), 'text')
  return { failure, grade, changes }
}

const graver = (one: ChangeGrade, other: ChangeGrade): ChangeGrade =>
  changeGrades.indexOf(one) >= changeGrades.indexOf(other) ? one : other

function listChanges(before: Judged, now: Judged): Change[] {
  return [
    differ('text', 'WHAT', before.statement.what, now.statement.what),
    differ('text', 'HOW', before.statement.how, now.statement.how),
    differ('text', 'EXPECT', wordExpected(before), wordExpected(now)),
    differ('text', 'cause', before.classification?.cause ?? '', now.classification?.cause ?? ''),
    differ('text', 'in plain words', before.classification?.plainWords ?? '', now.classification?.plainWords ?? ''),
    differ('evidence', 'classification', wordAxes(before), wordAxes(now)),
    differ('evidence', 'evidence', wordEvidence(before), wordEvidence(now)),
    differ('criteria', 'criteria', before.criteria, now.criteria),
    differ('criteria', 'requirements', before.requirements.join(', '), now.requirements.join(', ')),
    differ('criteria', 'plan', wordPlan(before), wordPlan(now)),
    ...fixChanges(before, now),
  ].filter((change) => change !== null)
}

const differ = (grade: ChangeGrade, what: string, was: string, is: string): Change | null =>
  was === is ? null : { grade, what, was, is }

const wordExpected = ({ statement }: Judged): string =>
  statement.expected
    .map(({ condition, tiers }) => `${condition}: ${tiers.map(({ name, status }) => `${name} ${status}`).join(', ')}`)
    .join('; ')
const wordAxes = ({ classification }: Judged): string =>
  classification === null ? '' : `${BEHAVIOUR_WORD[classification.behaviour]}, ${PLACE_WORD[classification.place]}`
const wordEvidence = ({ evidence, classification }: Judged): string =>
  [...new Set([...(classification?.cites ?? []), ...evidence.map(({ ref }) => ref)])]
    .map((ref) => (evidence.some((held) => held.ref === ref && held.leftOut) ? `${ref} (left out)` : ref))
    .join(', ')
const wordPlan = ({ plan: { path, sha256 } }: Judged): string =>
  [path ?? 'no path', sha256 === null ? 'text not recorded' : sha256.slice(0, 12)].join(', ')

function fixChanges(before: Judged, now: Judged): Change[] {
  const numbers = [...new Set([...before.fixes, ...now.fixes].map(({ fix }) => fix))]
  return numbers.flatMap((number): Change[] => {
    const was = before.fixes.find(({ fix }) => fix === number)
    const is = now.fixes.find(({ fix }) => fix === number)
    if (was && is && canonicalJson(was) === canonicalJson(is)) return []
    const name = is ?? was
    return [
      {
        grade: 'commit',
        what: name ? nameFix(name) : 'fix',
        was: was ? shortCommit(was.head) : '',
        is: is ? shortCommit(is.head) : '',
      },
    ]
  })
}
