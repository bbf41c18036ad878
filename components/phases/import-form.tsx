import type { ComponentProps } from 'react'
import { FormFile, FormTextArea } from '#components/form/fields.tsx'
import { Submit } from '#components/form/submit.tsx'
import { UploadForm } from '#components/form/upload-form.tsx'
import { Panel } from '#components/look/panel.tsx'

type Props = Omit<ComponentProps<typeof UploadForm>, 'children' | 'label' | 'draft' | 'sending'>

/** A REVIEW file, chosen or pasted. Nothing is recorded by sending it: what was understood is shown first. */
export function ImportForm(form: Props) {
  return (
    <Panel narrow>
      {/* No draft is continued: a file that was refused has to be chosen again. */}
      <UploadForm {...form} draft={null} label="Import a REVIEW file" sending="Sending and reading.">
        <FormFile
          name="file"
          label="The file"
          accept=".md,.txt,text/markdown,text/plain"
          hint="REVIEW-<phase>.md, up to 2 MiB."
        />
        <FormTextArea
          name="text"
          label="Or its text"
          rows={14}
          spellCheck={false}
          hint="Paste the whole file, from its first line on."
        />
        <Submit disabledReason={null}>Show what it says</Submit>
      </UploadForm>
    </Panel>
  )
}
