import { attachRun } from '#db/runs/attach-run.ts'
import { AttachRunBody, RunFilesInput } from '#lib/api/run-body.ts'
import { ok, refuse } from '#lib/result.ts'
import { findContradictions } from '#lib/runs/contradictions.ts'
import { AttachRunInput } from '#lib/runs/inputs.ts'
import { explainIssues } from '../actions/explain-issues.ts'
import { readRunFiles } from './run-files.ts'
import { readInput, type Verb, wrong } from './verb.ts'

/** The row that takes files: its input is that of the form, its files were sent before or stand in the body. */
export const attachRunVerb: Verb = {
  name: 'attachRun',
  path: '/phases/{phase}/failures/{failure}/runs',
  permission: 'evidence.attach',
  summary: 'Attach a run, with its results and log.',
  input: AttachRunBody,
  weighs: null,
  prepare: async ({ results, log, ...body }, params, { now, dryRun }) => {
    const typed = readInput(AttachRunInput, body, params)
    if (!typed.ok) return typed
    const sent = RunFilesInput.safeParse({ results, log })
    if (!sent.success) return refuse(wrong(explainIssues(sent.error).errors))
    const read = await readRunFiles(sent.data, dryRun)
    if (!read.ok) return refuse(wrong(read.refusal))
    const contradictions = findContradictions(typed.value, read.value.reading, now)
    if (contradictions.length > 0)
      return refuse(wrong(Object.fromEntries(contradictions.map(({ field, sentence }) => [field, sentence]))))
    return ok((db, command) => attachRun(db, { ...command, input: { ...typed.value, ...read.value } }))
  },
}
