import { CheckItem, CheckList } from '#components/look/check-list.tsx'
import type { RequirementAnswer } from '#lib/gates/evaluate-gate.ts'
import { ANSWER_LOOK } from './standing-look.ts'

/** Every requirement with its answer, the passing ones too: a gate that opened must be able to show why. */
export function RequirementList({
  requirements,
  narrow = false,
}: {
  requirements: RequirementAnswer[]
  narrow?: boolean
}) {
  return (
    <CheckList ruled={!narrow}>
      {requirements.map(({ id, words, answer }) => (
        <CheckItem
          key={id}
          narrow={narrow}
          mark={ANSWER_LOOK[answer.kind].mark}
          word={ANSWER_LOOK[answer.kind].word}
          note={note(answer.because, answer.evidence)}
        >
          {words}
        </CheckItem>
      ))}
    </CheckList>
  )
}

const note = (because: string, evidence: string[]): string =>
  evidence.length === 0 || evidence.length > 6 ? because : `${because}: ${evidence.join(', ')}`
