import { submitLiftedVeto, submitVeto } from '#app/phases/[phase]/actions.ts'
import { ActionForm } from '#components/form/action-form.tsx'
import { FormSelect, FormText } from '#components/form/fields.tsx'
import { Button } from '#components/look/button.tsx'
import { Fold } from '#components/look/fold.tsx'
import { can } from '#lib/people/permissions.ts'
import type { Actor } from '#lib/people/roles.ts'
import type { PhaseFacts } from '#lib/phases/phase-facts.ts'
import { newCommandId } from '#lib/server/actions/new-command-id.ts'

/** Raising a veto on this gate or the phase, and lifting one's own. Shown only to those who may. */
export function VetoPanel({ facts, gate, actor }: { facts: PhaseFacts; gate: string; actor: Actor }) {
  if (!can(actor, 'veto.raise')) return null
  const { phase } = facts
  const own = facts.vetoes.filter((veto) => veto.person === actor.person)
  const choices = [
    { value: gate, label: gate },
    { value: '', label: 'the whole phase' },
  ]
  return (
    <Fold summary="Veto">
      {own.map((veto) => (
        <ActionForm
          key={veto.veto}
          action={submitLiftedVeto}
          commandId={newCommandId()}
          hidden={{ phase, veto: String(veto.veto) }}
          label={`Lift your veto on ${veto.gate ?? 'the phase'}`}
        >
          <FormText name="reason" label={`Why your veto on ${veto.gate ?? 'the phase'} is lifted`} required />
          <Button>Lift the veto</Button>
        </ActionForm>
      ))}
      <ActionForm action={submitVeto} commandId={newCommandId()} hidden={{ phase }} label="Raise a veto">
        <FormSelect name="gate" label="On" defaultValue={gate} choices={choices} />
        <FormText name="reason" label="What must not go on, and why" required />
        <Button tone="fail">Raise the veto</Button>
      </ActionForm>
    </Fold>
  )
}
