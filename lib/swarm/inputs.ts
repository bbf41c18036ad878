import { z } from 'zod'
import { failureId, gateId, moment, optional, orNull, phaseId, required, slug, wholeOrNull } from '#lib/forms/fields.ts'
import { runProfiles } from './words.ts'
import { wrongVersions } from './wrong-versions.ts'

const FULL_COMMIT = /^[0-9a-f]{40}$/
const fullCommit = (sentence: string) => z.string(sentence).trim().toLowerCase().regex(FULL_COMMIT, sentence)
const fullCommitOrNull = (sentence: string) =>
  z.union([z.literal('').transform(() => null), fullCommit(sentence)]).default(null)
/** As a host takes them: what a shell would read as something else never gets that far. */
const versionOrNull = z
  .union([
    z.literal('').transform(() => null),
    z
      .string()
      .trim()
      .regex(/^[0-9A-Za-z][0-9A-Za-z.+_-]{0,59}$/, 'A version looks like 3.5.3+1.24.2-rootless.'),
  ])
  .default(null)
const hostId = slug('Name the host, for example cc-ci.')
const runNumber = z.coerce.number().int().positive()

/** Without its rule across fields: of another shape it is made with `withVersions`. */
export const RequestFields = z.object({
  phase: phaseId,
  failure: failureId,
  host: hostId,
  commit: fullCommit('A run tests one commit of the recipe: 40 of the digits 0-9 and a-f.'),
  ref: orNull(200),
  harness: fullCommitOrNull('A harness change is one commit: 40 of the digits 0-9 and a-f.'),
  harnessRef: orNull(200),
  profile: z.enum(runProfiles, 'Choose what the run does.'),
  pullRequest: wholeOrNull('A pull request is a whole number.'),
  from: versionOrNull,
  to: versionOrNull,
  /** It waits until this gate is claimed. */
  afterClaimOn: z.union([z.literal('').transform(() => null), gateId]).default(null),
  remark: optional(500),
})

/** Each wrong version beside its field. */
export function withVersions(request: Parameters<typeof wrongVersions>[0], { addIssue }: z.core.$RefinementCtx): void {
  for (const { field, sentence } of wrongVersions(request))
    addIssue({ code: 'custom', path: [field], message: sentence })
}

export const RequestRunInput = RequestFields.superRefine(withVersions)
export type RequestRunInput = z.output<typeof RequestRunInput>

/** As a program sends it: what a commit is called is for the host to say, so nobody’s word is taken for it. */
export const RequestRunBody = RequestFields.omit({ ref: true, harnessRef: true }).superRefine(withVersions)
export type RequestRunBody = z.output<typeof RequestRunBody>

export const CancelRunInput = z.object({
  phase: phaseId,
  run: runNumber,
  reason: required('Say why it is to end.', 500),
})
export type CancelRunInput = z.output<typeof CancelRunInput>

const keyPlace = required('Where is the key? Give the path of its file, or agent.', 500).regex(
  /^(agent|\/[^\0\n]*|~\/[^\0\n]*)$/,
  'A key is the path of a private key file, beginning with / or ~/, or the word agent.',
)

export const ConfigureHostInput = z
  .object({
    host: hostId,
    address: optional(253).refine(
      (text) => text === '' || /^[A-Za-z0-9][A-Za-z0-9.:-]*$/.test(text),
      'An address is a host name or an IP address.',
    ),
    port: z
      .union([z.literal('').transform(() => null), z.coerce.number('A port is a number.').int().min(1).max(65_535)])
      .nullable()
      .default(null),
    user: z
      .union([
        z.literal('').transform(() => null),
        z
          .string()
          .trim()
          .regex(/^[a-z_][a-z0-9_.-]{0,31}$/, 'A user name like gatehouse or root.'),
      ])
      .nullable()
      .default(null),
    alias: z
      .union([
        z.literal('').transform(() => null),
        z
          .string()
          .trim()
          .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, 'An alias of ~/.ssh/config, like cc-ci.'),
      ])
      .nullable()
      .default(null),
    builderKey: keyPlace,
    adversaryKey: keyPlace,
    deadlineMinutes: z.coerce.number('Minutes, as a number.').int().min(1).max(1_440).default(60),
  })
  .refine(({ address, alias }) => address !== '' || alias !== null, {
    message: 'Give an address, or an alias of ~/.ssh/config.',
    path: ['address'],
  })
export type ConfigureHostInput = z.output<typeof ConfigureHostInput>

export const PinHostKeyInput = z.object({
  host: hostId,
  fingerprint: z
    .string()
    .trim()
    .regex(/^SHA256:[A-Za-z0-9+/]{43}$/, 'A fingerprint looks like SHA256:… and has 43 characters.'),
})
export type PinHostKeyInput = z.output<typeof PinHostKeyInput>

export const RetireHostInput = z.object({ host: hostId, reason: required('Say why it is used no more.', 500) })
export type RetireHostInput = z.output<typeof RetireHostInput>

export const TakeReservationInput = z.object({
  phase: phaseId,
  host: hostId,
  reason: required('Say what the node is needed for.', 300),
  until: moment('Say until when, in UTC.'),
})
export type TakeReservationInput = z.output<typeof TakeReservationInput>

export const ReleaseReservationInput = z.object({
  phase: phaseId,
  reservation: z.coerce.number().int().positive(),
  reason: optional(300),
})
export type ReleaseReservationInput = z.output<typeof ReleaseReservationInput>
