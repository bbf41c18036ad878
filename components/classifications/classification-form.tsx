import type { ComponentProps } from 'react'
import { CiteChoices } from '#components/evidence/cite-choices.tsx'
import { ActionForm } from '#components/form/action-form.tsx'
import { FormRadios, FormText, FormTextArea } from '#components/form/fields.tsx'
import { Submit } from '#components/form/submit.tsx'
import {
  BEHAVIOUR_WORD,
  type Behaviour,
  behaviours,
  PLACE_WORD,
  PLAIN_WORDS_MAX,
  type Place,
  places,
} from '#lib/classifications/words.ts'
import type { ClassificationFacts, EvidenceFacts } from '#lib/phases/phase-facts.ts'

type Props = Pick<ComponentProps<typeof ActionForm>, 'action' | 'commandId'> & {
  phase: string
  failure: string
  held: ClassificationFacts | null
  evidence: EvidenceFacts[]
  disabledReason: string | null
}

/** Two axes, the cause in a sentence, the same in plain words, and what it rests on. */
export function ClassificationForm({ action, commandId, phase, failure, held, evidence, disabledReason }: Props) {
  return (
    <ActionForm action={action} commandId={commandId} hidden={{ phase, failure }} label={`Classify ${failure}`}>
      <div className="grid max-w-[64rem] gap-x-6 wide:grid-cols-2">
        <FormRadios
          name="behaviour"
          label="How does it behave?"
          defaultValue={held?.behaviour}
          cards={behaviours.map((value) => ({ value, label: BEHAVIOUR_WORD[value], hint: BEHAVIOUR_HINT[value] }))}
          required
        />
        <FormRadios
          name="place"
          label="Where does the cause lie?"
          defaultValue={held?.place}
          cards={places.map((value) => ({ value, label: PLACE_WORD[value], hint: PLACE_HINT[value] }))}
          required
        />
      </div>
      <FormTextArea
        name="cause"
        label="Root cause and mechanism, in a sentence"
        defaultValue={held?.cause}
        rows={3}
        required
      />
      <FormText
        name="plainWords"
        label="In plain words"
        hint={`For stakeholders who have read nothing. At most ${PLAIN_WORDS_MAX} characters. Until the Adversary has confirmed it, their page says so.`}
        defaultValue={held?.plainWords}
        maxLength={PLAIN_WORDS_MAX}
        required
      />
      <CiteChoices
        evidence={evidence}
        cited={held?.cites ?? []}
        legend="What it rests on"
        none="No evidence is attached yet. You may classify now and cite later; claiming needs at least one."
      />
      <Submit disabledReason={disabledReason}>
        {held ? 'Record the new classification' : 'Record the classification'}
      </Submit>
    </ActionForm>
  )
}

const BEHAVIOUR_HINT = {
  'always-red': 'Red every time under the same conditions.',
  'flaky-load': 'Green alone, red when the host is busy.',
  flaky: 'Both red and green with nothing changed, and load is not the reason.',
  gone: 'It no longer fails; say in the cause what changed.',
} satisfies Record<Behaviour, string>

const PLACE_HINT = {
  recipe: 'What users deploy is wrong.',
  'stale-test': 'The test expects something the deployed version does not have.',
  harness: 'The app works; the harness reports it red.',
  'warm-machinery': 'Kept volumes, promotion, or canonical names of the CI itself.',
  outside: 'The host, the network, a registry, an upstream.',
} satisfies Record<Place, string>
