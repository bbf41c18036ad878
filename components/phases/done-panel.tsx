import type { ComponentProps } from 'react'
import { ActionForm } from '#components/form/action-form.tsx'
import { FormText } from '#components/form/fields.tsx'
import { Submit } from '#components/form/submit.tsx'
import { CheckItem, CheckList } from '#components/look/check-list.tsx'
import { Panel } from '#components/look/panel.tsx'
import { satisfies } from '#lib/gates/answer.ts'
import type { DoneDecision } from '#lib/gates/evaluate-phase.ts'

type Props = Pick<ComponentProps<typeof ActionForm>, 'action' | 'commandId'> & {
  phase: string
  done: DoneDecision
  /** The Builder, who declares it: nobody else has the form. */
  declares: boolean
}

/** What DONE asks and how it stands now, those met too; the Builder declares it here, the rule decides. */
export function DonePanel({ action, commandId, phase, done, declares }: Props) {
  return (
    <Panel id="done" title={done.standing === null ? 'Before DONE' : 'What DONE asks, as it stands now'}>
      <CheckList ruled>
        {done.conditions.map(({ id, words, answer }) => (
          <CheckItem
            key={id}
            mark={satisfies(answer) ? 'met' : 'unmet'}
            note={satisfies(answer) ? undefined : answer.because}
          >
            {words}
          </CheckItem>
        ))}
      </CheckList>
      {declares && done.standing === null && (
        <div className="mt-4">
          <ActionForm action={action} commandId={commandId} hidden={{ phase }} label="Declare DONE">
            {done.possible && <FormText name="words" label="What was reached, in a sentence" required />}
            <Submit disabledReason={done.possible ? null : 'DONE waits for what is not met above.'}>
              Declare DONE
            </Submit>
          </ActionForm>
        </div>
      )}
    </Panel>
  )
}
