import { type ComponentProps, type ReactNode, useId } from 'react'
import { CiteChoices } from '#components/evidence/cite-choices.tsx'
import { ActionForm } from '#components/form/action-form.tsx'
import { FormText, FormTextArea } from '#components/form/fields.tsx'
import { Actions, Button } from '#components/look/button.tsx'
import { Note, Panel } from '#components/look/panel.tsx'
import type { EvidenceRef } from '#lib/evidence/evidence-ref.ts'
import type { EvidenceFacts } from '#lib/phases/phase-facts.ts'

type Form = Pick<ComponentProps<typeof ActionForm>, 'action' | 'commandId'>
type Reasons = { pass: string | null; fail: string | null }
type Props = Form & {
  phase: string
  gate: string
  failure: string
  digest: string
  /** The reader is one who rules: their text stays, also while nothing can be given. */
  writes: boolean
  /** What a FAIL opens a finding with. */
  finding: { repro: string; stage: string }
  evidence: EvidenceFacts[]
  /** The reader's own checks of what is claimed, ticked to begin with. */
  own: EvidenceRef[]
  cannot: Reasons
  /** The event of the ruling on record, if there is one. */
  rulingRead: number | null
  /** It in words: `PASS, 20:20Z`. */
  onRecord: ReactNode
  /** What is unchanged since a PASS that only grew old; empty where nothing is to be renewed. */
  renewal: string[]
  lifetimeHours: number
}

/** PASS or FAIL on one failure, recorded at once. What cannot be given is there, disabled, with the reason. */
export function RulingForm({
  action,
  commandId,
  phase,
  gate,
  failure,
  digest,
  writes,
  finding,
  evidence,
  own,
  cannot,
  rulingRead,
  onRecord,
  renewal,
  lifetimeHours,
}: Props) {
  return (
    <Panel title={`Ruling on ${failure}`} id="ruling">
      <ActionForm
        action={action}
        commandId={commandId}
        hidden={{ phase, gate, failure }}
        asRead={{ digest, onRecord: rulingRead === null ? '' : String(rulingRead) }}
        label={`Ruling on ${failure}`}
      >
        {writes && (
          <>
            <FormTextArea name="reason" label="Why, in a sentence" rows={3} shortcut="w" required />
            <CiteChoices
              evidence={evidence}
              cited={own}
              legend="What it rests on"
              none="Nothing is on record for this failure."
            />
            <FormText name="stage" label="For FAIL: the stage where it shows" defaultValue={finding.stage} />
            <FormTextArea
              name="repro"
              label="For FAIL: how somebody else sees it fail"
              defaultValue={finding.repro}
              rows={3}
              hint="A FAIL opens a finding with this."
              mono
            />
          </>
        )}
        <TwoButtons cannot={cannot} />
      </ActionForm>
      {onRecord !== null && <Note>On record: {onRecord}</Note>}
      {renewal.length > 0 && <Note>To renew: unchanged since it was judged are {renewal.join(', ')}.</Note>}
      <Note>
        Recorded at once. It holds for {lifetimeHours} h, and for exactly what is claimed here. PASS and FAIL are all
        there is: “provisional” in a reason changes nothing.
      </Note>
    </Panel>
  )
}

type VerdictProps = Form & {
  phase: string
  gate: string
  digest: string
  summary: string
  writes: boolean
  cannot: Reasons
}

/** The verdict on the whole revision. */
export function VerdictForm({ action, commandId, phase, gate, digest, summary, writes, cannot }: VerdictProps) {
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
        {writes && <FormTextArea name="reason" label="Why, in a sentence" rows={2} required />}
        <TwoButtons cannot={cannot} noun={gate} />
      </ActionForm>
    </Panel>
  )
}

const RESULTS = ['pass', 'fail'] as const
const KEYS = { pass: 'p', fail: 'f' }
const NO_KEYS = { pass: undefined, fail: undefined }

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
