/** What a gate may ask of each failure. A gate's list is part of its definition (an event), so it is data, not code. */
export const requirementIds = [
  'classified',
  'reproduced',
  'cited',
  'fix-attached',
  'nothing-owed',
  'own-check',
  'ruled',
] as const
export type RequirementId = (typeof requirementIds)[number]

/** Two usual gates: causes found and shown (M1 in redfix), fixes made and verified (M2). */
export const gatePurposes = ['cause', 'fix'] as const
export type GatePurpose = (typeof gatePurposes)[number]
export const PURPOSE_REQUIREMENTS = {
  cause: ['classified', 'reproduced', 'cited', 'nothing-owed', 'own-check', 'ruled'],
  fix: ['fix-attached', 'nothing-owed', 'own-check', 'ruled'],
} as const satisfies Record<GatePurpose, readonly RequirementId[]>

export const PURPOSE_WORD = {
  cause: 'cause: investigated, classified and shown',
  fix: 'fix: fixed and verified green',
} satisfies Record<GatePurpose, string>
