import { AppLink } from '#components/look/app-link.tsx'
import { UtcTime } from '#components/look/utc-time.tsx'
import { addressOf } from '#lib/phases/addresses.ts'
import type { PhaseFacts } from '#lib/phases/phase-facts.ts'
import { readableText } from '#lib/words/readable-text.ts'

/** The plan in one line, for the board: which text is on record since when, or that none is and what that means. */
export function PlanLine({ facts, now }: { facts: Pick<PhaseFacts, 'phase' | 'plan' | 'planPath'>; now: Date }) {
  const { phase, plan, planPath } = facts
  const href = addressOf.plan(phase)
  if (plan === null)
    return (
      <p className="mb-4 text-sm wrap-anywhere text-mute">
        <AppLink href={href}>Plan</AppLink>
        {planPath !== null && <> {readableText(planPath)}</>}: its text is not recorded, so a change to it cannot make a
        PASS stale.
      </p>
    )
  return (
    <p className="mb-4 text-sm wrap-anywhere text-mute">
      Plan <AppLink href={href}>{readableText(plan.name)}</AppLink>, recorded <UtcTime at={plan.at} now={now} />,{' '}
      <span className="font-mono text-xs" title={`SHA-256 ${plan.sha256}`}>
        {plan.sha256.slice(0, 12)}
      </span>
    </p>
  )
}
