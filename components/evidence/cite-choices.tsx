import { FormCheckbox } from '#components/form/fields.tsx'
import { Note } from '#components/look/panel.tsx'
import { ROLE_WORD } from '#lib/people/roles.ts'
import type { EvidenceFacts } from '#lib/phases/phase-facts.ts'
import { readableText } from '#lib/words/readable-text.ts'

type Props = { evidence: EvidenceFacts[]; cited: readonly string[]; legend: string; none: string }

/** Evidence to tick. What was left out can be seen and not cited. */
export function CiteChoices({ evidence, cited, legend, none }: Props) {
  return (
    <fieldset className="mb-3.5 min-w-0">
      <legend className="mb-1 font-[550]">{legend}</legend>
      {evidence.length === 0 && <Note>{none}</Note>}
      {evidence.map(({ ref, summary, role, leftOut }) => (
        <FormCheckbox
          key={ref}
          name="cites[]"
          value={ref}
          defaultChecked={leftOut === null && cited.includes(ref)}
          disabled={leftOut !== null}
          label={
            <>
              <span className="font-mono text-sm">{ref}</span> {readableText(summary)}{' '}
              <span className="text-sm text-mute">{role === 'system' ? '' : ROLE_WORD[role]}</span>
            </>
          }
          hint={leftOut === null ? undefined : `left out: ${readableText(leftOut)}`}
        />
      ))}
    </fieldset>
  )
}
