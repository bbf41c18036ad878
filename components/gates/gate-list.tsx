import { AppLink } from '#components/look/app-link.tsx'
import { Kbd } from '#components/look/kbd.tsx'
import { PickItem, PickList } from '#components/look/pick-list.tsx'
import { BEHAVIOUR_WORD } from '#lib/classifications/words.ts'
import type { FailureDecision, GateDecision } from '#lib/gates/evaluate-gate.ts'
import type { Role } from '#lib/people/roles.ts'
import { addressOf } from '#lib/phases/addresses.ts'
import type { PhaseFacts } from '#lib/phases/phase-facts.ts'
import { RulingChip } from './standing-chip.tsx'

type Props = { facts: PhaseFacts; decision: GateDecision; current: FailureDecision; reader: Role | null }

/** The failures of the claim; one is at hand, `j` and `k` walk. */
export function GateList({ facts, decision, current, reader }: Props) {
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
            sub={behaviourOf(facts, one.failure.failure)}
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

function behaviourOf(facts: PhaseFacts, failure: string): string {
  const held = facts.classifications.find((one) => one.failure === failure)
  return held ? BEHAVIOUR_WORD[held.behaviour] : 'not classified'
}
