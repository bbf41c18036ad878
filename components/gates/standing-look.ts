import type { Mark } from '#components/look/check-list.tsx'
import type { Shape } from '#components/look/sign.tsx'
import type { Tone } from '#components/look/tone.ts'
import type { Answer } from '#lib/gates/answer.ts'
import type { GateStanding } from '#lib/gates/evaluate-gate.ts'

/** How each standing of a gate looks; a new one does not compile until it has all three. */
export const STANDING_LOOK = {
  'not-open': { word: 'Not open yet', tone: 'none', shape: 'ring' },
  'not-claimed': { word: 'Not claimed', tone: 'none', shape: 'ring' },
  claimed: { word: 'Claimed', tone: 'claim', shape: 'diamond' },
  passed: { word: 'PASS', tone: 'pass', shape: 'check' },
  failed: { word: 'FAIL', tone: 'fail', shape: 'cross' },
  stale: { word: 'PASS, stale', tone: 'stale', shape: 'triangle' },
} satisfies Record<GateStanding, { word: string; tone: Tone; shape: Shape }>

/** An answer in a requirement list. */
export const ANSWER_LOOK = {
  passed: { mark: 'met', word: 'Met' },
  weak: { mark: 'weak', word: 'Met, weak' },
  failed: { mark: 'unmet', word: 'Failed' },
  errored: { mark: 'no-result', word: 'No result' },
  incomplete: { mark: 'unmet', word: 'Incomplete' },
  stale: { mark: 'weak', word: 'Stale' },
  missing: { mark: 'missing', word: 'Missing' },
} satisfies Record<Answer['kind'], { mark: Mark; word: string }>

/** A ruling in the matrix and in lists: what an outsider should read. */
export const RULING_LOOK = {
  passed: { word: 'confirmed', tone: 'pass', shape: 'check' },
  weak: { word: 'confirmed', tone: 'pass', shape: 'check' },
  failed: { word: 'refused', tone: 'fail', shape: 'cross' },
  errored: { word: 'no result', tone: 'none', shape: 'dash' },
  stale: { word: 'stale', tone: 'stale', shape: 'triangle' },
  incomplete: { word: 'open', tone: 'none', shape: 'ring' },
  missing: { word: 'open', tone: 'none', shape: 'ring' },
} satisfies Record<Answer['kind'], { word: string; tone: Tone; shape: Shape }>
