import type { OnceState } from '#lib/forms/once-state.ts'

/** What a form shows that issues a token. `expires` as `2026-06-18 00:25Z`. */
export type IssueState = OnceState<{ secret: string; expires: string }>
