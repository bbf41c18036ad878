import { type FormState, untouched } from '#lib/forms/form-state.ts'

/** What a form shows that makes a one-time link. `expires` as `2026-06-18 00:25Z`; the next link is a command of its own. */
export type LinkState = FormState & { made: { address: string; expires: string; nextCommandId: string } | null }

export const noLinkYet: LinkState = { ...untouched, made: null }
