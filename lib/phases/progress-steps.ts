import { formatAge, formatDay } from '#lib/time/format.ts'
import { describeFixSteps } from './progress-fixes.ts'
import type { Known } from './progress-known.ts'

/** One step of the way a phase goes, with its date or count. `later`: not begun. */
export type ProgressStep = { name: string; detail: string | null; stage: 'done' | 'now' | 'later' }

export function describeSteps(known: Known): ProgressStep[] {
  const { facts, now } = known
  return [
    { name: 'Opened', detail: formatDay(facts.opened.at, now), stage: 'done' },
    { name: 'Explained by the team', ...explained(known) },
    { name: 'Checked independently', ...checked(known) },
    ...describeFixSteps(facts, known.fixing, known.state === 'confirmed', now),
  ]
}

type Rest = Omit<ProgressStep, 'name'>

function explained({ tally, focus, now }: Known): Rest {
  if (tally.all === 0) return { detail: null, stage: 'later' }
  if (focus?.claim && tally.explained === tally.all) return { detail: formatDay(focus.claim.at, now), stage: 'done' }
  return { detail: `${tally.explained} of ${tally.all}`, stage: 'now' }
}

function checked({ state, tally, focus, now }: Known): Rest {
  const progress = `${tally.confirmed} of ${tally.all}`
  switch (state) {
    case 'nothing-named':
      return { detail: null, stage: 'later' }
    case 'nobody-checks':
      return { detail: 'not set up yet', stage: 'later' }
    case 'explaining':
      return { detail: 'not begun', stage: 'later' }
    case 'checking':
      return {
        detail:
          focus?.claim && focus.verdict === null ? `${progress}, for ${formatAge(focus.claim.at, now)}` : progress,
        stage: 'now',
      }
    case 'conclusion-due':
      return { detail: `${progress}, conclusion due`, stage: 'now' }
    case 'confirmed':
      return { detail: focus?.verdict ? formatDay(focus.verdict.at, now) : progress, stage: 'done' }
  }
}
