import { type ComponentProps, useId } from 'react'
import { CiteChoices } from '#components/evidence/cite-choices.tsx'
import { ActionForm } from '#components/form/action-form.tsx'
import { FormTextArea } from '#components/form/fields.tsx'
import { Actions, Button, DisabledControl } from '#components/look/button.tsx'
import { Note, Panel } from '#components/look/panel.tsx'
import type { EvidenceFacts } from '#lib/phases/phase-facts.ts'

type Form = Pick<ComponentProps<typeof ActionForm>, 'action' | 'commandId'>
type Reasons = { pass: string | null; fail: string | null }
type Props = Form & {
  phase: string
  gate: string
  failure: string
  digest: string
  how: string
  evidence: EvidenceFacts[]
  cannot: Reasons
}

/** PASS or FAIL on one failure, recorded at once. What cannot be given is there, disabled, with the reason. */
export function RulingForm({ action, commandId, phase, gate, failure, digest, how, evidence, cannot }: Props) {
  const own = evidence.filter((held) => held.role === 'adversary').map((held) => held.ref)
  return (
    <Panel title={`Ruling on ${failure}`} id="ruling">
      <ActionForm
        action={action}
        commandId={commandId}
        hidden={{ phase, gate, failure }}
        asRead={{ digest }}
        label={`Ruling on ${failure}`}
      >
        {canGiveOne(cannot) && (
          <>
            <FormTextArea name="reason" label="Why, in a sentence" rows={3} shortcut="w" required />
            <CiteChoices
              evidence={evidence}
              cited={own}
              legend="What it rests on"
              none="Nothing is on record for this failure."
            />
            <FormTextArea
              name="repro"
              label="For FAIL: how somebody else sees it fail"
              defaultValue={how}
              rows={2}
              hint="A FAIL opens a finding with this."
              spellCheck={false}
            />
          </>
        )}
        <TwoButtons cannot={cannot} />
      </ActionForm>
      <Note>Recorded at once. It holds for 24 h, and for exactly what is claimed here.</Note>
    </Panel>
  )
}

type VerdictProps = Form & { phase: string; gate: string; digest: string; summary: string; cannot: Reasons }

/** The verdict on the whole revision. */
export function VerdictForm({ action, commandId, phase, gate, digest, summary, cannot }: VerdictProps) {
  return (
    <Panel title={`Verdict on ${gate}`} id="verdict">
      <Note>{summary}</Note>
      <ActionForm
        action={action}
        commandId={commandId}
        hidden={{ phase, gate }}
        asRead={{ digest }}
        label={`Verdict on ${gate}`}
      >
        {canGiveOne(cannot) && <FormTextArea name="reason" label="Why, in a sentence" rows={2} required />}
        <TwoButtons cannot={cannot} noun={gate} />
      </ActionForm>
    </Panel>
  )
}

const canGiveOne = ({ pass, fail }: Reasons): boolean => pass === null || fail === null

function TwoButtons({ cannot, noun }: { cannot: Reasons; noun?: string }) {
  const behind = noun === undefined ? '' : ` ${noun}`
  const keys = noun === undefined ? { pass: 'p', fail: 'f' } : {}
  if (cannot.pass !== null && cannot.pass === cannot.fail) return <NeitherButton reason={cannot.pass} behind={behind} />
  return (
    <Actions>
      {cannot.pass === null ? (
        <Button tone="pass" name="result" value="pass" shortcut={keys.pass}>
          PASS{behind}
        </Button>
      ) : (
        <DisabledControl reason={cannot.pass} shortcut={keys.pass}>
          PASS{behind}
        </DisabledControl>
      )}
      {cannot.fail === null ? (
        <Button tone="fail" name="result" value="fail" shortcut={keys.fail}>
          FAIL{behind}
        </Button>
      ) : (
        <DisabledControl reason={cannot.fail} shortcut={keys.fail}>
          FAIL{behind}
        </DisabledControl>
      )}
    </Actions>
  )
}

function NeitherButton({ reason, behind }: { reason: string; behind: string }) {
  const reasonId = useId()
  return (
    <>
      <Actions>
        {['PASS', 'FAIL'].map((word) => (
          <Button key={word} type="button" disabled aria-describedby={reasonId}>
            {word}
            {behind}
          </Button>
        ))}
      </Actions>
      <p id={reasonId} className="text-sm text-mute">
        {reason}
      </p>
    </>
  )
}
