import { recordPlan } from '#db/phases/record-plan.ts'
import { addressOf, afterRecording } from '#lib/phases/addresses.ts'
import { RecordPlanInput } from '#lib/phases/inputs.ts'
import { ok, refuse } from '#lib/result.ts'
import { explainIssues } from '#lib/server/actions/explain-issues.ts'
import { withRetries } from '#lib/server/actions/with-retries.ts'
import { database } from '#lib/server/database.ts'
import { readPlanSource } from '#lib/server/phases/read-plan-source.ts'
import { defineUpload } from '#lib/server/uploads/define-upload.ts'

/** 100,000 characters of any script. */
const MAX_BYTES = 400_000

/** Records the plan's text, pasted or sent as a file. */
export const POST = defineUpload<{ phase: string }>({
  permission: 'plan.record',
  phaseOf: ({ phase }) => phase,
  files: { file: { maxBytes: MAX_BYTES, label: 'plan' } },
  maxFieldBytes: MAX_BYTES,
  form: 'plan',
  formAt: ({ phase }) => addressOf.plan(phase),
  submit: async ({ actor, fields, files, commandId, at }, { phase }) => {
    const source = await readPlanSource(fields.text?.at(-1) ?? '', files.file)
    const named = fields.name?.at(-1) ?? ''
    // Read before the file is, so that both are refused at once.
    const parsed = RecordPlanInput.safeParse({ phase, name: named, text: source.ok ? source.value : 'a text' })
    const sourceErrors = source.ok ? {} : { [source.refusal.field]: source.refusal.sentence }
    if (!parsed.success || !source.ok) {
      const issues = parsed.success ? { errors: {}, alert: null } : explainIssues(parsed.error)
      return refuse(sorry({ ...beside(issues.errors, files.file !== undefined), ...sourceErrors }, issues.alert))
    }
    const recorded = await withRetries(() => recordPlan(database(), { id: commandId, actor, at, input: parsed.data }))
    if (recorded.ok) return ok(afterRecording(addressOf.plan(phase), recorded.value.seq))
    const { field, sentence } = recorded.refusal
    if (field === null) return refuse(sorry({}, sentence))
    return refuse(sorry(beside({ [field]: sentence }, files.file !== undefined), null))
  },
})

type Errors = { [field: string]: string }

/** What is wrong with the text stands beside the file it came from. */
const beside = ({ text, ...others }: Errors, byFile: boolean): Errors =>
  text === undefined ? others : { ...others, [byFile ? 'file' : 'text']: text }

const sorry = (errors: Errors, alert: string | null) => ({
  errors,
  alert: 'file' in errors ? 'Nothing was recorded. The file has to be chosen again.' : alert,
})
