import { z } from 'zod'
import { commit, failureId, optional, phaseId, required, wholeOrNull } from '#lib/forms/fields.ts'
import { attachableStates, fixKinds, fixRoutes, fixStates, promotions } from './words.ts'

export const AttachFixInput = z
  .object({
    phase: phaseId,
    failure: failureId,
    kind: z.enum(fixKinds, 'Choose what kind of change it is.'),
    repository: required('In which repository?', 300),
    pullRequest: wholeOrNull('A pull request is a whole number.'),
    head: commit('At which commit does it stand?'),
    state: z.enum(attachableStates, 'Choose where it stands: what is closed mends nothing.'),
    route: z.enum(fixRoutes, 'Choose how it is verified.'),
    promotion: z.enum(promotions, 'Choose whether something is promoted.'),
    promotionReason: optional(500),
    changes: required('Say in a sentence what it changes.', 1_000),
  })
  .refine(({ route, pullRequest }) => route !== 'testme' || pullRequest !== null, {
    path: ['pullRequest'],
    message: '!testme is given on a pull request: which one?',
  })
  .refine(({ promotion, promotionReason }) => promotion === 'promotes' || promotionReason !== '', {
    path: ['promotionReason'],
    message: 'Say why nothing is promoted.',
  })
export type AttachFixInput = z.output<typeof AttachFixInput>

export const UpdateFixInput = z.object({
  phase: phaseId,
  fix: z.coerce.number('Which fix?').int().positive(),
  head: commit('At which commit does it stand?'),
  state: z.enum(fixStates, 'Choose where it stands.'),
  how: required('Say how you know, in a sentence.', 500),
})
export type UpdateFixInput = z.output<typeof UpdateFixInput>
