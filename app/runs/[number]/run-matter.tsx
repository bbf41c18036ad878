import { TierTable } from '#components/runs/tier-table.tsx'
import { UnderWayPanel } from '#components/swarm/under-way-panel.tsx'
import type { RunReading } from './read-run.ts'

/** What it showed; while it is under way, where it is. */
export function RunMatter({ reading: { now, ended, asked } }: { reading: RunReading }) {
  if (ended !== null) return <TierTable tiers={ended.run.tiers} />
  if (asked === null) return null
  const { asked: run, status, watch, place } = asked
  return <UnderWayPanel run={run} status={status} watch={watch} place={place} now={now} />
}
