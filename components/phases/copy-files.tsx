import { addressOf } from '#lib/phases/addresses.ts'
import { CopyFile } from './copy-file.tsx'

/** The phase in the form that teams keep, to be copied or opened. */
export function CopyFiles({ phase }: { phase: string }) {
  return (
    <div className="no-print my-2.5 flex flex-wrap items-center gap-x-6 gap-y-2">
      <CopyFile label="Copy as REVIEW.md" name={`REVIEW-${phase}.md`} href={addressOf.file(phase, 'REVIEW')} />
      <CopyFile label="Copy as STATUS.md" name={`STATUS-${phase}.md`} href={addressOf.file(phase, 'STATUS')} />
    </div>
  )
}
