import { EmptyState } from '#components/look/empty-state.tsx'
import { Panel } from '#components/look/panel.tsx'
import { UtcTime } from '#components/look/utc-time.tsx'
import { ROLE_WORD } from '#lib/people/roles.ts'
import type { PlanFacts } from '#lib/phases/phase-facts.ts'
import { readableText } from '#lib/words/readable-text.ts'

/** The plan as it was recorded, as text, with its digest and since when. `now`: for the time's age. */
export function PlanText({ plan, text, now }: { plan: PlanFacts | null; text: string | null; now: Date }) {
  if (plan === null || text === null)
    return <EmptyState title="The plan’s text is not recorded">A change to it cannot make a PASS stale.</EmptyState>
  return (
    <Panel title={<span className="wrap-anywhere">{readableText(plan.name)}</span>} id={`e${plan.seq}`}>
      <p className="mb-2.5 text-sm text-mute">
        Recorded <UtcTime at={plan.at} now={now} show="full" />
        {plan.role !== 'system' && <> by the {ROLE_WORD[plan.role]}</>}.
        <span className="block font-mono text-xs wrap-anywhere">SHA-256 {plan.sha256}</span>
      </p>
      <pre className="text-sm leading-normal wrap-anywhere whitespace-pre-wrap">{readableText(text)}</pre>
    </Panel>
  )
}
