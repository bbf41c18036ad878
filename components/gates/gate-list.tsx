import { AppLink } from '#components/look/app-link.tsx'
import { Kbd } from '#components/look/kbd.tsx'
import { PickItem, PickList } from '#components/look/pick-list.tsx'
import { GRADE_WORD } from '#lib/claims/compare-parts.ts'
import { compareWithJudged, type JudgedPart } from '#lib/claims/compare-with-judged.ts'
import { BEHAVIOUR_WORD } from '#lib/classifications/words.ts'
import { standingFixes } from '#lib/fixes/at-head.ts'
import { shortCommit } from '#lib/fixes/describe-fix.ts'
import type { FailureDecision, GateDecision } from '#lib/gates/evaluate-gate.ts'
import { readsFix } from '#lib/gates/requirements.ts'
import type { Role } from '#lib/people/roles.ts'
import { addressOf } from '#lib/phases/addresses.ts'
import type { PhaseFacts } from '#lib/phases/phase-facts.ts'
import { RulingChip } from './standing-chip.tsx'

type Props = {
  facts: PhaseFacts
  decision: GateDecision
  judged: readonly JudgedPart[]
  current: FailureDecision
  reader: Role | null
}

/** The failures of the claim; one is at hand, `j` and `k` walk. */
export function GateList({ facts, decision, judged, current, reader }: Props) {
  const { gate } = decision.gate
  const index = decision.failures.indexOf(current)
  return (
    <>
      <PickList label="Failures to judge">
        {decision.failures.map((one) => (
          <PickItem
            key={one.failure.failure}
            href={addressOf.gate(facts.phase, gate, one.failure.failure)}
            current={one === current}
            chip={<RulingChip ruling={one.ruling} claimed={decision.claim !== null} reader={reader} />}
            sub={changeOf(judged, decision, one) ?? aboutOf(facts, decision, one.failure.failure)}
          >
            {one.failure.failure}
          </PickItem>
        ))}
      </PickList>
      <p className="mt-3 flex flex-wrap gap-x-3 gap-y-1 text-sm text-mute">
        <Walk shortcut="k" word="previous" href={hrefOf(decision.failures[index - 1])} />
        <Walk shortcut="j" word="next" href={hrefOf(decision.failures[index + 1])} />
      </p>
    </>
  )

  function hrefOf(one: FailureDecision | undefined): string | null {
    return one === undefined ? null : addressOf.gate(facts.phase, gate, one.failure.failure)
  }
}

function Walk({ shortcut, word, href }: { shortcut: string; word: string; href: string | null }) {
  if (href === null) return null
  return (
    <AppLink href={href} data-key={shortcut} aria-keyshortcuts={shortcut}>
      <Kbd>{shortcut}</Kbd> {word}
    </AppLink>
  )
}

/** After a claim was filed again: carried, or how much changed since it was judged. */
function changeOf(judged: readonly JudgedPart[], { claim }: GateDecision, { failure, carriedFrom }: FailureDecision) {
  if (carriedFrom !== null) return `carried from revision ${carriedFrom}`
  const found = compareWithJudged(judged, claim, failure.failure)
  return found && `${GRADE_WORD[found.comparison.grade]} since revision ${found.revision}`
}

function aboutOf(facts: PhaseFacts, { gate }: GateDecision, failure: string): string {
  if (readsFix(gate.requirements)) {
    const [fix] = standingFixes(facts, failure)
    return fix ? `fix ${fix.state} at ${shortCommit(fix.head)}` : 'no fix'
  }
  const held = facts.classifications.find((one) => one.failure === failure)
  return held ? BEHAVIOUR_WORD[held.behaviour] : 'not classified'
}
