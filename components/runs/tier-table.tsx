import { EmptyState } from '#components/look/empty-state.tsx'
import { Fold } from '#components/look/fold.tsx'
import { Panel } from '#components/look/panel.tsx'
import { TierStrip } from '#components/look/tier-strip.tsx'
import type { Tier } from '#lib/runs/tiers.ts'
import { formatDuration } from '#lib/time/format.ts'
import { readableText } from '#lib/words/readable-text.ts'

/** The stages in the harness's order, lint first; failing ones open, with their tests. */
export function TierTable({ tiers }: { tiers: Tier[] }) {
  if (tiers.length === 0)
    return (
      <EmptyState title="No readable results">
        No tier is known: this run shows nothing about them, and is never green.
      </EmptyState>
    )
  return (
    <Panel title="Stages">
      <p className="mb-3">
        <TierStrip tiers={tiers} />
      </p>
      {tiers
        .filter((tier) => tier.tests.length > 0)
        .map((tier) => (
          <Fold
            key={tier.name}
            summary={`${readableText(tier.name)}: ${tier.status}, ${countOf(tier)}`}
            open={tier.status === 'fail' || tier.status === 'unver'}
          >
            <ul className="space-y-0.5">
              {tier.tests.map((test) => (
                <li key={test.name} className="flex flex-wrap justify-between gap-x-4 font-mono text-xs">
                  <span className={test.status === 'fail' ? 'text-fail wrap-anywhere' : 'wrap-anywhere'}>
                    {test.status} {readableText(test.name)}
                  </span>
                  {test.ms !== null && <span className="text-mute">{formatDuration(test.ms)}</span>}
                </li>
              ))}
            </ul>
          </Fold>
        ))}
    </Panel>
  )
}

/** What a linter calls its tests is rules. */
const countOf = ({ name, tests }: Tier): string =>
  `${tests.length} ${name === 'lint' ? 'rule' : 'test'}${tests.length === 1 ? '' : 's'}`
