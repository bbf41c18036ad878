import type { RunRequest } from './run-request.ts'

export type WrongVersion = { field: 'from' | 'to'; sentence: string }

/** The warm advance goes from one version to another, as the host script takes it, and nothing else does. Empty: they fit the profile. */
export function wrongVersions({ profile, from, to }: Pick<RunRequest, 'profile' | 'from' | 'to'>): WrongVersion[] {
  const given = { from, to }
  return (['from', 'to'] as const).flatMap((field) => {
    if (profile === 'promote') return given[field] === null ? [{ field, sentence: MISSING[field] }] : []
    return given[field] === null ? [] : [{ field, sentence: 'Only the warm advance goes from a version to a version.' }]
  })
}

const MISSING = {
  from: 'The warm advance begins at a version: say which.',
  to: 'The warm advance ends at a version: say which.',
} as const
