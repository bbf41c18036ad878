import type { Instant } from '#lib/time/format.ts'

/** `2026-06-18T01:18Z`, as teams write it: UTC, cut to the minute. */
export const stamp = (at: Instant): string => `${new Date(at).toISOString().slice(0, 16)}Z`
