import { ROLE_WORD } from '#lib/people/roles.ts'
import type { FixFacts } from '#lib/phases/phase-facts.ts'
import { formatNear } from '#lib/time/format.ts'
import { FIX_KIND_WORD } from './words.ts'

const SHOWN_DIGITS = 8
export const shortCommit = (commit: string): string => commit.slice(0, SHOWN_DIGITS)

/** `recipe pull request #4 of recipes/discourse` */
export const nameFix = ({
  kind,
  repository,
  pullRequest,
}: Pick<FixFacts, 'kind' | 'repository' | 'pullRequest'>): string =>
  `${FIX_KIND_WORD[kind]}${pullRequest === null ? '' : ` #${pullRequest}`} of ${repository}`

/** Somebody other than the Builder, and than who attached it, has said where it stands. */
export const isChecked = ({ said, person }: FixFacts): boolean => said.role !== 'builder' && said.person !== person

/** `open at a1b2c3d4, stated by the Builder 06:40Z, not checked`: what a person typed and nobody checked says so (DESIGN 3). */
export function describeFixState(fix: FixFacts, now: Date): string {
  const { state, head, said } = fix
  const who = said.role === 'system' ? 'Gatehouse' : `the ${ROLE_WORD[said.role]}`
  const how = isChecked(fix)
    ? `checked by ${who} ${formatNear(said.at, now)}`
    : `stated by ${who} ${formatNear(said.at, now)}, not checked`
  return `${state} at ${shortCommit(head)}, ${how}`
}
