import { USUAL_REQUIREMENTS } from '#lib/gates/requirements.ts'
import type { PhaseFacts } from '#lib/phases/phase-facts.ts'

/**
 * Facts as plain data, made by saying what happened, in order: `recordOf(run('mumble'), classified('mumble', { cites: ['#1'] }), …)`.
 * The phase is redfix with the failures mumble and gitea and the gates M1 (cause) and M2 (fix). Each step is one event and takes one
 * minute from 2026-06-18 00:00Z on; where the moment matters, the steps take `at`.
 */
export type Step = (facts: PhaseFacts) => PhaseFacts

export const START = '2026-06-18T00:00:00.000Z'
const HOUR_MS = 3_600_000
export const LIFETIME_MS = 24 * HOUR_MS

export function recordOf(...steps: Step[]): PhaseFacts {
  let facts = opened()
  for (const step of steps) facts = step({ ...facts, seq: facts.seq + 1 })
  return facts
}

/** `moment('01:18')` is 2026-06-18 01:18Z; the second argument adds milliseconds, `moment('01:18', LIFETIME_MS - 1)`. */
export const moment = (clock: string, ms = 0): Date => new Date(Date.parse(`2026-06-18T${clock}:00.000Z`) + ms)

function opened(): PhaseFacts {
  const by = { seq: 1, person: 'olga', role: 'operator', at: START, statedAt: null } as const
  return {
    seq: 1,
    phase: 'redfix',
    title: 'Six red recipes',
    mission: 'Find out why they are red, and fix them.',
    planPath: 'plans/redfix.md',
    doneRule: null,
    plan: null,
    lifetimeMs: LIFETIME_MS,
    opened: by,
    gates: [
      {
        gate: 'M1',
        criteria: 'Each failure is classified and shown.',
        requirements: [...USUAL_REQUIREMENTS.cause],
        position: 1,
        definedAt: START,
      },
      {
        gate: 'M2',
        criteria: 'Each failure is fixed and green.',
        requirements: [...USUAL_REQUIREMENTS.fix],
        position: 2,
        definedAt: START,
      },
    ],
    failures: ['mumble', 'gitea'].map((failure, index) => ({
      failure,
      recipe: failure,
      version: null,
      image: null,
      sweptAs: null,
      position: index + 1,
    })),
    classifications: [],
    evidence: [],
    fixes: [],
    obligations: [],
    claims: [],
    rulings: [],
    verdicts: [],
    findings: [],
    vetoes: [],
    dones: [],
    statedVerdicts: [],
  }
}
