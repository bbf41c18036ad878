/** What a gate may ask of each failure. A gate's list is part of its definition (an event), so it is data, not code. */
export const requirementIds = [
  'classified',
  'reproduced',
  'cited',
  'carried',
  'fix-attached',
  'fix-verified',
  'promotes',
  'nothing-worse',
  'nothing-owed',
  'no-finding',
  'own-check',
  'ruled',
] as const
export type RequirementId = (typeof requirementIds)[number]

/** What a requirement reads, and so what a ruling judges (DESIGN 3): M1 reads classification and evidence, not the fixes. */
export const READS = {
  classified: 'cause',
  reproduced: 'cause',
  cited: 'cause',
  carried: 'cause',
  'fix-attached': 'fix',
  'fix-verified': 'fix',
  promotes: 'fix',
  'nothing-worse': 'fix',
  'nothing-owed': null,
  'no-finding': null,
  'own-check': null,
  ruled: null,
} as const satisfies Record<RequirementId, 'cause' | 'fix' | null>

/** Does this gate judge causes, fixes, or both? */
export const readsCause = (requirements: readonly RequirementId[]): boolean =>
  requirements.some((id) => READS[id] === 'cause')
export const readsFix = (requirements: readonly RequirementId[]): boolean =>
  requirements.some((id) => READS[id] === 'fix')

/** What every gate asks: without these nobody judged anything. */
export const ALWAYS = ['own-check', 'ruled'] as const satisfies readonly RequirementId[]

/** The two usual gates (DESIGN 3): causes found and shown (M1 in redfix), fixes made and verified (M2). */
export const USUAL_REQUIREMENTS = {
  cause: ['classified', 'reproduced', 'cited', 'carried', 'nothing-owed', 'no-finding', ...ALWAYS],
  fix: ['fix-attached', 'fix-verified', 'promotes', 'nothing-worse', 'nothing-owed', 'no-finding', ...ALWAYS],
} as const satisfies Record<string, readonly RequirementId[]>
export type UsualGate = keyof typeof USUAL_REQUIREMENTS

/** In the order in which they are always listed, each once. */
export const inRequirementOrder = (ids: readonly RequirementId[]): RequirementId[] =>
  requirementIds.filter((id) => ids.includes(id))
