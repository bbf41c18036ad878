import { z } from 'zod'
import { failureId, gateId, optional, phaseId, required, slug } from '#lib/forms/fields.ts'
import { RequestFields, TakeReservationInput, withVersions } from './inputs.ts'
import { lastings } from './reservation-end.ts'

/** What forms send where a command wants more: what is missing is found out by the server (a commit, a moment). */

const CHOSEN = /^[0-9a-f]{7,40}( .{1,200})?$/
/** `<commit> <name>` of a reference that the host has; empty: main. */
const chosenRef = z
  .union([z.literal(''), z.string().regex(CHOSEN, 'Choose a reference that the host has.')])
  .default('')
const typedCommit = (sentence: string) =>
  z
    .union([
      z.literal(''),
      z
        .string()
        .trim()
        .toLowerCase()
        .regex(/^[0-9a-f]{40}$/, sentence),
    ])
    .default('')

export const AskRunInput = RequestFields.omit({ commit: true, ref: true, harness: true, harnessRef: true })
  .extend({
    chosen: chosenRef,
    commit: typedCommit('A commit is typed with all its 40 digits 0-9 and a-f.'),
    chosenHarness: chosenRef,
    harness: typedCommit('A harness commit is typed with all its 40 digits 0-9 and a-f.'),
  })
  .superRefine(withVersions)
export type AskRunInput = z.output<typeof AskRunInput>

const checkbox = z
  .string()
  .optional()
  .transform((value) => value === 'yes')

export const QueueOwedInput = z.object({
  phase: phaseId,
  gate: gateId,
  host: slug('Name the host, for example cc-ci.'),
  /** They wait until the gate is claimed. */
  waits: checkbox,
})
export type QueueOwedInput = z.output<typeof QueueOwedInput>

export const ReserveInput = TakeReservationInput.omit({ until: true }).extend({
  lasts: z.enum(lastings, 'Choose how long.'),
  until: optional(40),
})

/** `phase`: the one whose role counts; empty: the role in every phase. */
export const ProbeInput = z.object({ phase: optional(60), host: slug('Name the host, for example cc-ci.') })

export const TakeHostRunInput = z.object({
  phase: phaseId,
  failure: failureId,
  host: slug('Name the host, for example cc-ci.'),
  /** As hosts name run folders: what a shell would read as something else never gets that far. */
  name: z.string().regex(/^[0-9A-Za-z][0-9A-Za-z._+-]{0,59}$/, 'Choose a run folder.'),
})
export type TakeHostRunInput = z.output<typeof TakeHostRunInput>

export const DiagnoseInput = z.object({
  phase: phaseId,
  failure: failureId,
  host: slug('Name the host, for example cc-ci.'),
  diagnosis: required('Choose what to look at.', 100),
})
export type DiagnoseInput = z.output<typeof DiagnoseInput>
