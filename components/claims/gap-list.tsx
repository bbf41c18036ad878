import { AppLink } from '#components/look/app-link.tsx'
import { CheckItem, CheckList } from '#components/look/check-list.tsx'
import { Panel } from '#components/look/panel.tsx'
import type { Gap } from '#lib/claims/why-cannot-file.ts'
import { addressOf } from '#lib/phases/addresses.ts'

/** What is missing before the gate can be claimed, and what it would be claimed with all the same: a line a failure. */
export function GapList({ phase, gate, gaps }: { phase: string; gate: string; gaps: Gap[] }) {
  if (gaps.length === 0) return null
  const failures = [...new Set(gaps.map((gap) => gap.failure))]
  const blocked = gaps.some((gap) => gap.blocks)
  return (
    <Panel
      title={blocked ? `Missing before ${gate} can be claimed` : `${gate} can be claimed; these gaps will be shown`}
    >
      <CheckList ruled>
        {failures.map((failure) => {
          const own = gaps.filter((gap) => gap.failure === failure)
          const blocks = own.some((gap) => gap.blocks)
          return (
            <CheckItem key={failure} mark={blocks ? 'unmet' : 'weak'} word={blocks ? 'Missing' : 'Gap'}>
              <AppLink href={addressOf.failure(phase, failure)}>{failure}</AppLink>:{' '}
              {own.map((gap) => gap.sentence).join('; ')}
            </CheckItem>
          )
        })}
      </CheckList>
    </Panel>
  )
}
