import { type ComponentProps, type ReactNode, useId } from 'react'
import { CiteChoices } from '#components/evidence/cite-choices.tsx'
import { ActionForm } from '#components/form/action-form.tsx'
import { FormTextArea } from '#components/form/fields.tsx'
import { Actions, Button } from '#components/look/button.tsx'
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
  /** The ruling on record, if there is one: `PASS, 20:20Z`. */
  onRecord: ReactNode
}

/** PASS or FAIL on one failure, recorded at once. What cannot be given is there, disabled, with the reason. */
export function RulingForm({
  action,
  commandId,
  phase,
  gate,
  failure,
  digest,
  how,
  evidence,
  cannot,
  onRecord,
}: Props) {
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
              rows={3}
              hint="A FAIL opens a finding with this."
              mono
            />
          </>
        )}
        <TwoButtons cannot={cannot} />
      </ActionForm>
      {onRecord !== null && <Note>On record: {onRecord}</Note>}
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

const RESULTS = ['pass', 'fail'] as const
const KEYS = { pass: 'p', fail: 'f' }
const NO_KEYS = { pass: undefined, fail: undefined }

const canGiveOne = ({ pass, fail }: Reasons): boolean => pass === null || fail === null

/** Side by side whichever can be pressed; why one cannot stands below both. */
function TwoButtons({ cannot, noun }: { cannot: Reasons; noun?: string }) {
  const behind = noun === undefined ? '' : ` ${noun}`
  const keys = noun === undefined ? KEYS : NO_KEYS
  const id = useId()
  const reasons = [...new Set(RESULTS.flatMap((result) => cannot[result] ?? []))]
  return (
    <>
      <Actions>
        {RESULTS.map((result) => {
          const reason = cannot[result]
          const word = `${result.toUpperCase()}${behind}`
          return reason === null ? (
            <Button key={result} tone={result} name="result" value={result} shortcut={keys[result]}>
              {word}
            </Button>
          ) : (
            <Button
              key={result}
              type="button"
              disabled
              aria-describedby={`${id}-${reasons.indexOf(reason)}`}
              shortcut={keys[result]}
            >
              {word}
            </Button>
          )
        })}
      </Actions>
      {reasons.map((reason, index) => (
        <p key={reason} id={`${id}-${index}`} className="mb-2.5 text-sm text-pretty text-mute">
          {reason}
        </p>
      ))}
    </>
  )
}
