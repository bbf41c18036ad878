import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { RecordObservationInput } from '#lib/evidence/inputs.ts'
import type { RunResults } from '#lib/runs/results/read-results.ts'
import type { Db } from '../db.ts'
import { sha256 } from '../ledger/hash.ts'
import { findEvent } from '../ledger/list-events.ts'
import { attachRun } from '../runs/attach-run.ts'
import { excludeRun } from '../runs/exclude-run.ts'
import { aCopyOf, removeDatabases } from '../testing/databases.ts'
import {
  attachedRun,
  citedCode,
  recordedObservation,
  typedLines,
  typedObservation,
  typedRun,
} from '../testing/evidence.ts'
import { must } from '../testing/must.ts'
import { asAdversary, asBuilder, USUAL_TIME } from '../testing/people.ts'
import { aPhase, aPhaseAlone, factsOf } from '../testing/phases.ts'
import { refusalOf } from '../testing/refusals.ts'
import { aHost, supervisedRun } from '../testing/swarm.ts'
import { citeCode } from './cite-code.ts'
import { recordObservation } from './record-observation.ts'

afterAll(removeDatabases)

const begun = aPhaseAlone()
aPhase(begun, 'canon')
attachedRun(begun, 'mumble')
recordedObservation(begun, 'mumble')
citedCode(begun, 'mumble')
let db: Db
beforeEach(() => {
  db = aCopyOf(begun)
})
const justAfter = new Date(USUAL_TIME.getTime() + 1).toISOString()
const file = { name: 'results.json', sha256: 'a'.repeat(64), size: 10 }
const phase = 'redfix'
const RESULTS: RunResults = {
  ...{ schema: 2, recipe: 'mumble', version: '1.0.0', pr: null, ref: null, runId: '753', level: null },
  ...{ finishedAt: null, levelCapReason: null, skips: null, rulesFailed: [], cleanTeardown: true, noSecretLeak: true },
  tiers: [{ name: 'install', status: 'fail', tests: [] }],
}

describe('refused, and nothing written', () => {
  test.each<[string, () => ReturnType<typeof citeCode>, string, string]>([
    [
      'a run of a failure that is not there',
      () => attachRun(db, asBuilder(typedRun('keycloak'))),
      'no_such_failure',
      'The phase redfix has no failure called keycloak.',
    ],
    [
      'a run of another recipe',
      () => attachRun(db, asBuilder(typedRun('mumble', { recipe: 'gitea' }, 9))),
      'other_recipe',
      'This failure is about the recipe mumble; the run is of gitea.',
    ],
    [
      'a green run without a stage that passed',
      () => attachRun(db, asBuilder(typedRun('mumble', { conclusion: 'green', tiers: [] }, 9))),
      'contradiction',
      'Nothing tested is not green.',
    ],
    [
      'the same run twice',
      () => attachRun(db, asBuilder(typedRun('mumble'))),
      'attached_already',
      'This run is attached already, as #1.',
    ],
    [
      'the Builder’s run attached by the Adversary as an own one',
      () => attachRun(db, asAdversary(typedRun('mumble', { remark: 'Mine.' }))),
      'attached_already',
      'This run is attached already, as #1.',
    ],
    [
      'an observation on a failure that is not there',
      () => recordObservation(db, asBuilder(typedObservation('keycloak'))),
      'no_such_failure',
      'no failure called keycloak',
    ],
    [
      'an observation one millisecond from now',
      () => recordObservation(db, asBuilder(typedObservation('gitea', { observedAt: justAfter }))),
      'in_the_future',
      'This moment has not come yet.',
    ],
    [
      'the same observation twice',
      () => recordObservation(db, asBuilder(typedObservation('mumble'))),
      'recorded_already',
      'This observation is on record as obs-1.',
    ],
    [
      'code about a failure that is not there',
      () => citeCode(db, asBuilder(typedLines('keycloak'))),
      'no_such_failure',
      'no failure called keycloak',
    ],
    [
      'fewer lines than the range says',
      () => citeCode(db, asBuilder(typedLines('gitea', { toLine: 9 }))),
      'lines_differ',
      'Lines 7 to 9 are 3, and 2 were quoted.',
    ],
    [
      'lines that run backwards',
      () => citeCode(db, asBuilder(typedLines('gitea', { toLine: 6 }))),
      'lines_reversed',
      'The last line comes before the first.',
    ],
    [
      'the same lines twice',
      () => citeCode(db, asBuilder(typedLines('mumble'))),
      'recorded_already',
      'These lines are on record as code-1.',
    ],
    [
      'to leave out a run that is not there',
      () => excludeRun(db, asBuilder({ phase, run: 2, reason: 'No.' })),
      'no_such_run',
      'There is no run #2 in this phase.',
    ],
    [
      'to leave out a run of another phase',
      () => excludeRun(db, asBuilder({ phase: 'canon', run: 1, reason: 'No.' })),
      'no_such_run',
      'There is no run #1 in this phase.',
    ],
  ])('%s', (_, act, reason, part) => {
    const refusal = refusalOf(db, act)
    expect(refusal.reason).toBe(reason)
    expect(refusal.sentence).toContain(part)
  })

  test('to leave out, as Builder, a run of the Adversary’s', () => {
    const own = attachedRun(db, 'mumble', {}, asAdversary)
    const act = () => excludeRun(db, asBuilder({ phase, run: Number(own.slice(1)), reason: 'I doubt it.' }))
    expect(refusalOf(db, act).reason).toBe('not_your_run')
  })
  test('to leave out a run twice', () => {
    must(excludeRun(db, asAdversary({ phase, run: 1, reason: 'Two deploys at once.' })))
    expect(refusalOf(db, () => excludeRun(db, asBuilder({ phase, run: 1, reason: 'Again.' }))).sentence).toBe(
      'Run #1 is left out already: Two deploys at once.',
    )
  })
  test.each(['results', 'log'] as const)('a run whose %s is another run’s', (kept) => {
    const files = { results: null, log: null, [kept]: file }
    must(attachRun(db, asBuilder({ ...typedRun('mumble', {}, 5), files })))
    const other = { ...typedRun('mumble', { host: 'elsewhere' }, 6), files }
    expect(refusalOf(db, () => attachRun(db, asAdversary(other))).reason).toBe('attached_already')
  })
  test('a run that was started here, by results that were written anew', () => {
    aHost(db)
    const ref = supervisedRun(db, 'mumble')
    const typed = typedRun('mumble', { host: 'elsewhere', recipeVersion: '1.0.0', tiers: [] }, 6)
    const files = { results: file, log: null }
    const reading = { ...RESULTS, runId: `g${ref.slice(1)}-0a1b2c3d` }
    expect(refusalOf(db, () => attachRun(db, asAdversary({ ...typed, files, reading }))).sentence).toBe(
      `This run is attached already, as ${ref}. Nothing was recorded twice.`,
    )
  })
})

describe('recorded', () => {
  test.each<[string, () => ReturnType<typeof citeCode>]>([
    ['the same run at another time', () => attachRun(db, asBuilder(typedRun('mumble', {}, 9)))],
    ['a run under load at the same time', () => attachRun(db, asBuilder(typedRun('mumble', { condition: 'load' })))],
    [
      'the same observation by the Adversary: an own look',
      () => recordObservation(db, asAdversary(typedObservation('mumble'))),
    ],
    ['the same observation for another failure', () => recordObservation(db, asBuilder(typedObservation('gitea')))],
    [
      'an observation made at this very moment',
      () => recordObservation(db, asBuilder(typedObservation('gitea', { observedAt: USUAL_TIME.toISOString() }))),
    ],
    ['the same lines read by the Adversary', () => citeCode(db, asAdversary(typedLines('mumble')))],
    ['the same lines at another commit', () => citeCode(db, asBuilder(typedLines('mumble', { commit: 'abcdef0' })))],
  ])('%s', (_, act) => {
    expect(act().ok).toBe(true)
  })

  test('evidence is numbered over all phases, and no number is given twice', () => {
    expect(attachedRun(db, 'mumble', { phase: 'canon', host: 'other' })).toBe('#2')
    expect(recordedObservation(db, 'gitea', { phase: 'canon' })).toBe('obs-2')
    expect(citedCode(db, 'gitea', { phase: 'canon' })).toBe('code-2')
  })

  test('an observation is sealed by the digest of its output, a quotation by that of its lines', () => {
    const { seq } = must(recordObservation(db, asBuilder(typedObservation('gitea', { output: 'ää\n' }))))
    expect(findEvent(db, seq)?.payload).toMatchObject({ output: 'ää\n', sha256: sha256('ää\n') })
    const cited = must(citeCode(db, asBuilder(typedLines('gitea'))))
    expect(findEvent(db, cited.seq)?.payload).toMatchObject({ sha256: sha256(typedLines('gitea').lines) })
  })

  test('a run that was left out stays visible, with the reason and the moment, at its place', () => {
    const at = new Date('2026-06-18T03:00:00.000Z')
    const [before] = factsOf(db).evidence
    must(excludeRun(db, asAdversary({ phase, run: 1, reason: 'Two deploys at once.' }, at)))
    expect(factsOf(db).evidence[0]).toEqual({ ...before, leftOut: 'Two deploys at once.', leftOutAt: at.toISOString() })
  })
})

test('an observation says whether it was typed by hand or read by Gatehouse; only the app itself says the latter', () => {
  const observed = (by?: 'host') => ({
    ...typedObservation('mumble', { output: `by ${by ?? 'hand'}` }),
    ...(by === undefined ? {} : { by }),
  })
  const bySeq = (seq: number) => findEvent(db, seq)?.payload
  expect(bySeq(must(recordObservation(db, asBuilder(observed()))).seq)).toMatchObject({ by: 'hand' })
  expect(bySeq(must(recordObservation(db, asBuilder(observed('host')))).seq)).toMatchObject({ by: 'host' })
  expect(RecordObservationInput.parse(observed('host'))).not.toHaveProperty('by')
})
