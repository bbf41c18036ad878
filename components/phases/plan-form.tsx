import type { ComponentProps } from 'react'
import { FormFile, FormText, FormTextArea } from '#components/form/fields.tsx'
import { Submit } from '#components/form/submit.tsx'
import { UploadForm } from '#components/form/upload-form.tsx'
import { GoesStale } from '#components/gates/goes-stale.tsx'

type Props = Omit<ComponentProps<typeof UploadForm>, 'children' | 'label' | 'draft' | 'sending'> & {
  /** The plan's name on record, or where the phase says it lies. */
  name: string
  /** The gates whose PASS another text would make stale. */
  goesStale: readonly string[]
}

/** The plan's text, chosen as a file or pasted. */
export function PlanForm({ name, goesStale, ...form }: Props) {
  return (
    // No draft is continued: a file that was refused has to be chosen again.
    <UploadForm {...form} draft={null} label="Record the plan" sending="Sending.">
      <FormText name="name" label="What the plan is called" defaultValue={name} hint="For example its path." required />
      <FormFile
        name="file"
        label="The file"
        accept=".md,.txt,text/markdown,text/plain"
        hint="Plain text, up to 100,000 characters."
      />
      <FormTextArea name="text" label="Or its text" rows={8} mono hint="Paste the whole plan." />
      <GoesStale gates={goesStale} what="Recording another text" />
      <Submit disabledReason={null}>Record the plan</Submit>
    </UploadForm>
  )
}
