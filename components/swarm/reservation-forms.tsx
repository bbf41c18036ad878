import type { ComponentProps } from 'react'
import { ActionForm } from '#components/form/action-form.tsx'
import { FormRadios, FormSelect, FormText } from '#components/form/fields.tsx'
import { FormFold } from '#components/form/form-fold.tsx'
import { Submit } from '#components/form/submit.tsx'
import { LASTING_WORD, lastings } from '#lib/swarm/reservation-end.ts'

type Form = Pick<ComponentProps<typeof ActionForm>, 'action' | 'commandId'> & { disabledReason: string | null }

/** Takes the node for one's side for a while. `phases`: where the reader may; with one there is nothing to choose. */
export function ReserveForm({
  host,
  phases,
  disabledReason,
  ...form
}: Form & { host: string; phases: readonly string[] }) {
  const [only] = phases
  const hidden = phases.length === 1 && only !== undefined ? { host, phase: only } : { host }
  return (
    <ActionForm {...form} hidden={hidden} label={`Reserve ${host}`}>
      <FormFold summary="Reserve the node">
        {phases.length > 1 && (
          <FormSelect
            name="phase"
            label="For which phase"
            choices={phases.map((phase) => ({ value: phase, label: phase }))}
          />
        )}
        <FormText name="reason" label="What for" hint="The other side reads it." required />
        <FormRadios
          name="lasts"
          label="For how long"
          defaultValue="60"
          cards={lastings.map((value) => ({ value, label: LASTING_WORD[value] }))}
          required
        />
        <FormText
          name="until"
          width="medium"
          label="The time, if you chose one"
          hint="UTC: 14:00, or 2026-06-18 14:00."
        />
        <Submit disabledReason={disabledReason}>Reserve it</Submit>
      </FormFold>
    </ActionForm>
  )
}

type ReleaseProps = Form & {
  phase: string
  reservation: number
  /** Over the head of who holds it: with a reason. */
  overrides: boolean
}

/** Gives the node back. */
export function ReleaseForm({ phase, reservation, overrides, disabledReason, ...form }: ReleaseProps) {
  const label = overrides ? 'Take the node back' : 'Release the node'
  return (
    <ActionForm {...form} hidden={{ phase, reservation: String(reservation) }} label={label}>
      {overrides && <FormText name="reason" label="Why it is taken back" required />}
      <Submit disabledReason={disabledReason} tone={overrides ? 'fail' : 'plain'}>
        {label}
      </Submit>
    </ActionForm>
  )
}
