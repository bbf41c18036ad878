import type { OnceState } from '#lib/forms/once-state.ts'

/** What a form shows that makes a one-time link. `expires` as `2026-06-18 00:25Z`. */
export type LinkState = OnceState<{ address: string; expires: string }>
