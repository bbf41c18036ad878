import { attachRun } from '#db/runs/attach-run.ts'
import { readForm } from '#lib/forms/read-form.ts'
import { addressOf, afterRecording } from '#lib/phases/addresses.ts'
import { ok, refuse } from '#lib/result.ts'
import { findContradictions } from '#lib/runs/contradictions.ts'
import { AttachRunInput } from '#lib/runs/inputs.ts'
import { explainIssues } from '#lib/server/actions/explain-issues.ts'
import { withRetries } from '#lib/server/actions/with-retries.ts'
import { database } from '#lib/server/database.ts'
import { checkRunFiles, MAX_LOG_BYTES, MAX_RESULTS_BYTES } from '#lib/server/runs/check-run-files.ts'
import { defineUpload } from '#lib/server/uploads/define-upload.ts'

type Params = { phase: string; failure: string }

/** Attaches a run with its files: the log is streamed, hashed and kept by digest before anything is recorded. */
export const POST = defineUpload<Params>({
  permission: 'evidence.attach',
  phaseOf: ({ phase }) => phase,
  files: {
    log: { maxBytes: MAX_LOG_BYTES, label: 'log' },
    results: { maxBytes: MAX_RESULTS_BYTES, label: 'results.json' },
  },
  form: 'attach-run',
  formAt: ({ phase, failure }) => addressOf.attachRun(phase, failure),
  submit: async ({ actor, fields, files, commandId, at }, { phase, failure }) => {
    const parsed = AttachRunInput.safeParse({ ...readForm(fields), phase, failure })
    const sent = { results: files.results ?? null, log: files.log ?? null }
    const { reading, errors: fileErrors } = await checkRunFiles(sent)
    if (!parsed.success) {
      const { errors, alert } = explainIssues(parsed.error)
      return refuse({ errors: { ...errors, ...fileErrors }, alert })
    }
    if (Object.keys(fileErrors).length > 0) return refuse({ errors: fileErrors, alert: null })
    const contradictions = findContradictions(parsed.data, reading, at)
    if (contradictions.length > 0)
      return refuse({
        errors: Object.fromEntries(contradictions.toReversed().map(({ field, sentence }) => [field, sentence])),
        alert: null,
      })

    const input = { ...parsed.data, files: sent, reading }
    const recorded = await withRetries(() => attachRun(database(), { id: commandId, actor, at, input }))
    if (recorded.ok) return ok(afterRecording(addressOf.failure(phase, failure), recorded.value.seq))
    const { field, sentence } = recorded.refusal
    return refuse(field === null ? { errors: {}, alert: sentence } : { errors: { [field]: sentence }, alert: null })
  },
})
