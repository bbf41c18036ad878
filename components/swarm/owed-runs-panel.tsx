import type { ComponentProps } from 'react'
import { ActionForm } from '#components/form/action-form.tsx'
import { FormCheckbox } from '#components/form/fields.tsx'
import { Submit } from '#components/form/submit.tsx'
import { AppLink } from '#components/look/app-link.tsx'
import { Note, Panel } from '#components/look/panel.tsx'
import { addressOf } from '#lib/phases/addresses.ts'
import type { OwedCheck } from '#lib/swarm/owed-runs.ts'
import { wordLength, wordTotal } from '#lib/swarm/usual-length.ts'

type Props = Pick<ComponentProps<typeof ActionForm>, 'action' | 'commandId'> & {
  phase: string
  gate: string
  host: string
  owed: readonly OwedCheck[]
  claimed: boolean
  disabledReason: string | null
}

/** What the Adversary still owes on a gate, how long it takes together, and one press that queues it. */
export function OwedRunsPanel({ action, commandId, phase, gate, host, owed, claimed, disabledReason }: Props) {
  const missing = owed.filter(({ run, queued }) => run !== null && queued === null)
  return (
    <Panel title={claimed ? 'Own checks you owe' : `Own checks that a claim on ${gate} would ask`}>
      {owed.length === 0 && <Note>None: every failure has one that counts.</Note>}
      <ul className="mb-2.5 space-y-1.5">
        {owed.map((check) => (
          <li key={`${check.failure}${check.words}`}>
            <b>{check.failure}</b>: {check.words}
            <span className="text-sm text-mute"> {wordState(check)}</span>
            {check.queued !== null && (
              <>
                {' '}
                <AppLink href={addressOf.run(check.queued)}>#{check.queued}</AppLink>
              </>
            )}
          </li>
        ))}
      </ul>
      {missing.length > 0 && (
        <ActionForm
          action={action}
          commandId={commandId}
          hidden={{ phase, gate, host }}
          label="Queue what I owe"
          refusal="Not queued"
        >
          <p className="mb-2">{wordTotal(missing.map(({ lengthMs }) => lengthMs))}, one after the other.</p>
          {!claimed && <FormCheckbox name="waits" label={`Wait for the claim on ${gate}`} defaultChecked />}
          <Submit disabledReason={disabledReason}>Queue what I owe</Submit>
        </ActionForm>
      )}
      {missing.length === 0 && owed.some(({ run }) => run !== null) && <Note>Every run that is owed is queued.</Note>}
    </Panel>
  )
}

function wordState({ run, queued, lengthMs }: OwedCheck): string {
  if (run === null) return ''
  if (queued !== null) return 'queued as'
  return lengthMs === null ? 'how long is not known' : `about ${wordLength(lengthMs)}`
}
