import { describe, expect, test } from 'vitest'
import type { ClaimPart } from '#lib/claims/claim-part.ts'
import { describeJudged } from '#lib/claims/judged.ts'
import { USUAL_REQUIREMENTS, type UsualGate } from '#lib/gates/requirements.ts'
import type { GateDefinition, Mark, PhaseFacts } from './phase-facts.ts'
import { describeProgress } from './progress.ts'

const OPENED = '2026-06-17T23:18:00.000Z'
const CLAIMED = '2026-06-18T00:25:00.000Z'
const VERDICT = '2026-06-18T01:18:00.000Z'
const NOW = new Date('2026-06-18T00:58:00.000Z')
const AFTER = new Date('2026-06-18T01:30:00.000Z')
const NEXT_DAY = new Date('2026-06-19T01:00:00.000Z')

const SIX = ['discourse', 'mattermost-lts', 'mumble', 'bluesky-pds', 'gitea', 'keycloak']
const aGate = (gate: string, usual: UsualGate, position: number): GateDefinition => ({
  ...{ gate, criteria: 'all of them', requirements: [...USUAL_REQUIREMENTS[usual]], position, definedAt: OPENED },
})
const M1 = aGate('M1', 'cause', 1)
const M2 = aGate('M2', 'fix', 2)

const mark = (seq: number, role: Mark['role'], at: string): Mark => ({ seq, person: role, role, at, statedAt: null })

type Change = (facts: PhaseFacts) => PhaseFacts

const phaseOf = (names: readonly string[], ...changes: Change[]): PhaseFacts =>
  changes.reduce<PhaseFacts>((facts, change) => change(facts), {
    ...{ seq: 1, phase: 'redfix', title: 'the sweep', mission: '', planPath: null, doneRule: null },
    lifetimeMs: 24 * 3_600_000,
    opened: mark(1, 'builder', OPENED),
    gates: [M1, M2],
    failures: names.map((failure, position) => ({
      ...{ failure, recipe: failure, version: null, image: null, sweptAs: null, position },
    })),
    ...{ classifications: [], evidence: [], obligations: [], claims: [], rulings: [], verdicts: [], findings: [] },
    ...{ plan: null, fixes: [], dones: [], vetoes: [], statedVerdicts: [] },
  })

const explained =
  (...names: string[]): Change =>
  (facts) => ({
    ...facts,
    classifications: names.map((failure) => ({
      ...mark(2, 'builder', OPENED),
      ...{ failure, behaviour: 'always-red', place: 'recipe', cause: 'a cause', plainWords: `Why ${failure} fails.` },
      cites: [],
    })),
  })

const claimed: Change = (facts) => {
  const parts = facts.failures.flatMap(({ failure }): ClaimPart[] => {
    const judged = describeJudged(facts, M1, failure, { what: '', how: '', expected: [] })
    return judged ? [{ failure, judged, digest: `digest of ${failure}` }] : []
  })
  const claim = {
    gate: 'M1',
    revision: 1,
    parts,
    digest: 'digest',
    answers: [],
    withdrawn: null,
    withdrawnAt: null,
    firstClaimed: 3,
    firstClaimedAt: CLAIMED,
  }
  return { ...facts, claims: [{ ...mark(3, 'builder', CLAIMED), ...claim }] }
}

const ruled =
  (result: 'pass' | 'fail', ...names: string[]): Change =>
  (facts) => ({
    ...facts,
    rulings: [
      ...facts.rulings,
      ...names.map((failure) => ({
        ...mark(5, 'adversary', NOW.toISOString()),
        ...{ gate: 'M1', failure, revision: 1, digest: `digest of ${failure}`, result, reason: 'seen', cites: [] },
      })),
    ],
  })

const verdict =
  (result: 'pass' | 'fail'): Change =>
  (facts) => ({
    ...facts,
    verdicts: [{ ...mark(6, 'adversary', VERDICT), gate: 'M1', revision: 1, digest: 'digest', result, reason: 'seen' }],
  })

const checkedBy =
  (role: 'builder' | 'adversary', failure: string): Change =>
  (facts) => ({
    ...facts,
    evidence: [
      {
        ...mark(4, role, CLAIMED),
        ...{
          ref: 'obs-1',
          kind: 'observation',
          failure,
          run: null,
          leftOut: null,
          leftOutAt: null,
          summary: '',
          how: '',
        },
      },
    ],
  })

const vetoed =
  (role: 'adversary' | 'operator'): Change =>
  (facts) => ({
    ...facts,
    vetoes: [{ ...mark(7, role, CLAIMED), veto: 1, gate: null, reason: 'the host cc-ci-7 was touched by Ann' }],
  })

const withoutGates: Change = (facts) => ({ ...facts, gates: [] })
const changed =
  (failure: string): Change =>
  (facts) => ({
    ...facts,
    classifications: facts.classifications.map((one) =>
      one.failure === failure ? { ...one, cause: 'another', plainWords: 'Something else.' } : one,
    ),
  })

const six = (...changes: Change[]) => phaseOf(SIX, ...changes)
const sixClaimed = (...changes: Change[]) => six(explained(...SIX), claimed, ...changes)
const one = (...changes: Change[]) => phaseOf(['mumble'], ...changes)

describe('the title says where the phase stands', () => {
  test.each<[string, PhaseFacts, Date, string]>([
    ['no failure is named', phaseOf([]), NOW, 'No failure is named yet'],
    ['nothing is explained', six(), NOW, 'Six failed recipes: none explained yet'],
    ['two are explained', six(explained('mumble', 'gitea')), NOW, 'Six failed recipes: two explained, four to go'],
    [
      'all are explained and nothing is claimed',
      six(explained(...SIX)),
      NOW,
      'Six failed recipes: all explained, not yet handed over for an independent check',
    ],
    ['the claim is filed', sixClaimed(), NOW, 'Six failed recipes: all waiting for an independent check'],
    [
      'two of six are ruled PASS',
      sixClaimed(ruled('pass', 'discourse', 'mattermost-lts')),
      NOW,
      'Six failed recipes: four waiting for an independent check',
    ],
    [
      'one is ruled FAIL',
      sixClaimed(ruled('fail', 'discourse'), ruled('pass', 'mumble')),
      NOW,
      'Six failed recipes: one explanation refused, four waiting for an independent check',
    ],
    [
      'all are ruled PASS and the verdict is due',
      sixClaimed(ruled('pass', ...SIX)),
      NOW,
      'Six failed recipes: all checked, the reviewer’s conclusion is due',
    ],
    [
      'the gate passed',
      sixClaimed(ruled('pass', ...SIX), verdict('pass')),
      AFTER,
      'Six failed recipes: all explained and independently confirmed',
    ],
    [
      'the gate failed',
      sixClaimed(ruled('pass', ...SIX.slice(1)), ruled('fail', 'discourse'), verdict('fail')),
      AFTER,
      'Six failed recipes: one explanation refused',
    ],
    [
      'a PASS got too old',
      sixClaimed(ruled('pass', ...SIX), verdict('pass')),
      NEXT_DAY,
      'Six failed recipes: all to be checked again',
    ],
    [
      'what was judged of one changed after the PASS',
      sixClaimed(ruled('pass', ...SIX), verdict('pass'), changed('gitea')),
      AFTER,
      'Six failed recipes: one to be checked again',
    ],
    ['a veto stands', sixClaimed(ruled('pass', 'discourse'), vetoed('adversary')), NOW, 'Six failed recipes: on hold'],
    [
      'no gate is defined',
      six(explained('mumble'), withoutGates),
      NOW,
      'Six failed recipes: one explained, five to go, no independent check is set up',
    ],
    ['one failure, nothing known', one(), NOW, 'One failed recipe: not explained yet'],
    [
      'one failure, explained',
      one(explained('mumble')),
      NOW,
      'One failed recipe: explained, not yet handed over for an independent check',
    ],
    [
      'one failure, claimed',
      one(explained('mumble'), claimed),
      NOW,
      'One failed recipe: waiting for an independent check',
    ],
    [
      'one failure, ruled FAIL',
      one(explained('mumble'), claimed, ruled('fail', 'mumble')),
      NOW,
      'One failed recipe: its explanation was refused',
    ],
    [
      'one failure, passed',
      one(explained('mumble'), claimed, ruled('pass', 'mumble'), verdict('pass')),
      AFTER,
      'One failed recipe: explained and independently confirmed',
    ],
  ])('when %s', (_, facts, now, title) => {
    expect(describeProgress(facts, now).title).toBe(title)
  })

  test('two failures of one recipe are not two recipes', () => {
    const facts = phaseOf(['gitea', 'gitea-lfs'])
    const sameRecipe = { ...facts, failures: facts.failures.map((failure) => ({ ...failure, recipe: 'gitea' })) }
    expect(describeProgress(sameRecipe, NOW).title).toBe('Two failures in one recipe: none explained yet')
  })
})

describe('each failure says how far it is', () => {
  const standings = (facts: PhaseFacts, now = NOW) => describeProgress(facts, now).rows.map(({ standing }) => standing)

  test('nothing is next before anything is claimed', () => {
    expect(standings(six(explained(...SIX)))).toEqual(Array(6).fill('waiting'))
  })

  test('what the Adversary has begun is being checked, the first of the others is next', () => {
    const facts = sixClaimed(ruled('pass', 'discourse'), checkedBy('adversary', 'mumble'))
    expect(standings(facts)).toEqual(['confirmed', 'next', 'checking', 'waiting', 'waiting', 'waiting'])
  })

  test('evidence of the Builder is no check', () => {
    expect(standings(sixClaimed(checkedBy('builder', 'mumble')))[2]).toBe('waiting')
  })

  test('a FAIL is refused, a PASS on something that changed is stale', () => {
    const facts = sixClaimed(ruled('fail', 'discourse'), ruled('pass', 'mumble'), changed('mumble'))
    expect(standings(facts)).toEqual(['refused', 'next', 'stale', 'waiting', 'waiting', 'waiting'])
  })

  test('under a veto nothing is next or being checked, and what was confirmed stays so', () => {
    const held = sixClaimed(ruled('pass', 'discourse'), checkedBy('adversary', 'mumble'), vetoed('adversary'))
    expect(standings(held)).toEqual(['confirmed', ...Array(5).fill('waiting')])
  })

  test('without a gate nothing is ever confirmed', () => {
    expect(standings(sixClaimed(ruled('pass', ...SIX), withoutGates))).toEqual(Array(6).fill('waiting'))
  })

  test('a failure nobody classified has no words', () => {
    const { rows } = describeProgress(six(explained('mumble')), NOW)
    expect(rows.map(({ words }) => words)).toEqual([null, null, 'Why mumble fails.', null, null, null])
  })
})

describe('the steps carry their dates and counts', () => {
  const steps = (facts: PhaseFacts, now = NOW) =>
    describeProgress(facts, now).steps.map(({ stage, detail }) => `${stage}: ${detail}`)
  const later = ['later: null', 'later: null', 'later: null']
  const fixesNow = ['now: null', 'later: null', 'later: null']

  test.each<[string, PhaseFacts, Date, string[], string[]?]>([
    ['no failure', phaseOf([]), NOW, ['later: null', 'later: null']],
    ['two explained', six(explained('mumble', 'gitea')), NOW, ['now: 2 of 6', 'later: not begun']],
    [
      'two of six ruled',
      sixClaimed(ruled('pass', 'mumble', 'gitea')),
      NOW,
      ['done: 18 June, 00:25Z', 'now: 2 of 6, for 33 min'],
    ],
    ['all ruled', sixClaimed(ruled('pass', ...SIX)), NOW, ['done: 18 June, 00:25Z', 'now: 6 of 6, conclusion due']],
    [
      'passed',
      sixClaimed(ruled('pass', ...SIX), verdict('pass')),
      AFTER,
      ['done: 18 June, 00:25Z', 'done: 18 June, 01:18Z'],
      fixesNow,
    ],
    [
      'stale',
      sixClaimed(ruled('pass', ...SIX), verdict('pass'), changed('gitea')),
      AFTER,
      ['done: 18 June, 00:25Z', 'now: 5 of 6'],
    ],
    ['no gate', six(withoutGates), NOW, ['now: 0 of 6', 'later: not set up yet']],
  ])('%s', (_, facts, now, middle, fixes = later) => {
    expect(steps(facts, now)).toEqual(['done: 17 June, 23:18Z', ...middle, ...fixes])
  })
})

describe('the lede tells a stranger what happens', () => {
  test('two of six', () => {
    expect(describeProgress(sixClaimed(ruled('pass', 'mumble', 'gitea')), NOW).lede).toBe(
      'Six recipes, each the set of instructions that installs one app, did not pass. The team has an explanation for each. ' +
        'An independent reviewer repeats the work from scratch and has confirmed two so far. Fixes come after that.',
    )
  })

  test('a PASS says until when it counts: one lifetime after the first ruling', () => {
    expect(describeProgress(sixClaimed(ruled('pass', ...SIX), verdict('pass')), AFTER).lede).toContain(
      'That counts until 19 June, 00:58Z; then it has to be checked again. Fixes come next.',
    )
  })

  test('what no longer counts is said', () => {
    const facts = sixClaimed(ruled('pass', ...SIX), verdict('pass'), changed('gitea'))
    expect(describeProgress(facts, AFTER).lede).toContain('What was judged of one no longer counts')
  })

  test('a hold says who and since when, never the reason, which may name hosts and people', () => {
    expect(describeProgress(sixClaimed(vetoed('operator')), NOW).hold).toBe(
      'The people who run this put the work on hold on 18 June, 00:25Z. Nothing can be concluded until they lift it.',
    )
    expect(JSON.stringify(describeProgress(sixClaimed(vetoed('adversary')), NOW))).not.toMatch(/cc-ci-7|Ann/)
  })

  test('nothing is said about fixes, merges or excuses that the record does not know', () => {
    const progress = describeProgress(sixClaimed(ruled('pass', ...SIX), verdict('pass')), AFTER)
    expect(progress.fixes).toBe('No fix is proposed yet.')
    expect(JSON.stringify(progress)).not.toMatch(/merged|excused|put into use/)
  })
})
