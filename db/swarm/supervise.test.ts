import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { countedRuns } from '#lib/evidence/cells.ts'
import { findOwnChecks } from '#lib/gates/own-checks.ts'
import { countRuns, wordRunCount } from '#lib/runs/count-runs.ts'
import type { Db } from '../db.ts'
import { headSeq, listEvents } from '../ledger/list-events.ts'
import { recordAsSystem } from '../ledger/record.ts'
import { verifyLedger } from '../ledger/verify-ledger.ts'
import { findPhaseFacts } from '../phases/find-phase-facts.ts'
import { excludeRun } from '../runs/exclude-run.ts'
import { aCopyOf, removeDatabases } from '../testing/databases.ts'
import { attachedRun } from '../testing/evidence.ts'
import { aClaimedGate, aClassifiedPhase } from '../testing/gates.ts'
import { must } from '../testing/must.ts'
import { asAdversary, asBuilder, USUAL_TIME } from '../testing/people.ts'
import { aPhaseAlone, factsOf } from '../testing/phases.ts'
import { refusalOf } from '../testing/refusals.ts'
import { everythingIn, projectionsOf } from '../testing/snapshot.ts'
import type { Answer } from '../testing/supervise-at-once.ts'
import { aHost, begunRun, endedRunOf, requestedRun, supervisedRun } from '../testing/swarm.ts'
import { cancelRun } from './cancel-run.ts'
import { droppedRun } from './supervise.ts'

afterAll(removeDatabases)

const phase = 'redfix'
const begun = aPhaseAlone()
aHost(begun)
let db: Db
beforeEach(() => {
  db = aCopyOf(begun)
})
const evidenceOf = (ref: string) => factsOf(db).evidence.find((held) => held.ref === ref)
const CONTAMINATED = { contaminated: ['The stack of another deploy was there.', 'Its services stayed behind.'] }

describe('each step is written down once, and only after the one before it', () => {
  const drop = (run: number) => droppedRun(db, run, 'Local changes.', USUAL_TIME)
  const cancel = (run: number) => cancelRun(db, asBuilder({ phase, run, reason: 'Wrong.' })).ok
  const start = (run: number) => begunRun(db, run)
  const end = (run: number) => endedRunOf(db, run)
  test.each<[string, ((run: number) => boolean)[], boolean[]]>([
    ['it starts and ends', [start, end], [true, true]],
    ['it does not start twice', [start, start], [true, false]],
    ['it does not end before it started', [end, start], [false, true]],
    ['it does not end twice', [start, end, end], [true, true, false]],
    ['it does not start again after its end', [start, end, start], [true, true, false]],
    ['it is dropped before it starts', [drop, start], [true, false]],
    ['it is not dropped twice', [drop, drop], [true, false]],
    ['it is not dropped once it has started', [start, drop], [true, false]],
    ['taken out of the queue, it does not start', [cancel, start], [true, false]],
    ['cancelled while it runs, it ends', [start, cancel, end], [true, true, true]],
  ])('%s', (_, steps, recorded) => {
    const run = requestedRun(db, 'mumble')
    const said = steps.map((step, nth) => {
      const before = JSON.stringify(everythingIn(db))
      const done = step(run)
      if (!done) expect(JSON.stringify(everythingIn(db)), `step ${nth}`).toBe(before)
      return done
    })
    expect(said).toEqual(recorded)
  })

  test('of a run that nobody requested nothing is', () => {
    const before = headSeq(db)
    expect(droppedRun(db, 99, 'Local changes.', USUAL_TIME)).toBe(false)
    expect(headSeq(db)).toBe(before)
  })
})

describe('two processes that write at once', () => {
  const RUNS = 20
  test('record each start and each end once', async () => {
    const runs = Array.from({ length: RUNS }, () => requestedRun(db, 'mumble'))
    const given = ['db/testing/supervise-at-once.ts', db.$client.name, String(runs.at(0)), String(runs.at(-1))]
    const processes = [1, 2].map(() => spawn(process.execPath, given, { stdio: ['pipe', 'pipe', 'inherit'] }))
    await Promise.all(processes.map(({ stdout }) => once(stdout, 'data')))
    const answers = processes.map(answerOf)
    for (const { stdin } of processes) stdin.write(`${Date.now() + 50}\n`)
    const [one, other] = await Promise.all(answers)
    if (!one || !other) throw new Error('There are two.')
    expect([one.started + other.started, one.ended + other.ended]).toEqual([RUNS, RUNS])
    // Else one had been done with each before the other came, and this showed nothing.
    const overlaps = one.at.filter(({ from, to }, nth) => {
      const theirs = other.at[nth]
      return theirs !== undefined && from <= theirs.to && theirs.from <= to
    })
    expect(overlaps.length).toBeGreaterThan(0)
    for (const kind of ['run.started', 'run.ended'] as const)
      expect(listEvents(db, { kinds: [kind] }, 1_000)).toHaveLength(RUNS)
    expect(factsOf(db).evidence).toHaveLength(RUNS)
    expect(verifyLedger(db).next().value).toMatchObject({ ok: true })
  })
})
async function answerOf({ stdout }: ChildProcessByStdio<Writable, Readable, null>): Promise<Answer> {
  const [said] = await once(stdout, 'data')
  return JSON.parse(String(said))
}

describe('a run that has ended', () => {
  test('is evidence of whoever requested it, not of the server that wrote it down', () => {
    const ref = supervisedRun(db, 'mumble', asAdversary)
    const [ended] = listEvents(db, { kinds: ['run.ended'] }, 1)
    expect(ended).toMatchObject({ role: 'system', actor: 'gatehouse', subject: ref, failure: 'mumble' })
    expect(evidenceOf(ref)).toMatchObject({
      ...{ person: 'ada', role: 'adversary', kind: 'run', failure: 'mumble', leftOut: null, seq: ended?.seq },
      summary: 'alone, cold: red at custom',
      how: expect.stringContaining('alone on cc-ci; harness at 0123456789abcdef0123456789abcdef01234567'),
    })
  })
  test('says in its command what it was asked for', () => {
    const number = requestedRun(db, 'gitea', { profile: 'promote', from: '3.5.3', to: '3.6.0' })
    begunRun(db, number)
    endedRunOf(db, number)
    expect(evidenceOf(`#${number}`)?.how).toContain('; warm advance from 3.5.3 to 3.6.0 on cc-ci; harness at')
    expect(evidenceOf(`#${number}`)?.run).toMatchObject({ condition: 'promote', deployment: 'warm' })
  })
  test('is none before that, and was none as of any earlier event', () => {
    const number = requestedRun(db, 'mumble')
    const moments = [headSeq(db)]
    begunRun(db, number)
    moments.push(headSeq(db))
    expect(factsOf(db).evidence).toEqual([])
    endedRunOf(db, number)
    for (const seq of moments) expect(findPhaseFacts(db, phase, seq)?.evidence).toEqual([])
    expect(findPhaseFacts(db, phase, headSeq(db))?.evidence).toHaveLength(1)
  })
  test('is left out by hand, by an Adversary or by the side whose it is', () => {
    const own = supervisedRun(db, 'mumble', asAdversary)
    expect(refusalOf(db, () => exclude(own, asBuilder)).reason).toBe('not_your_run')
    must(exclude(own, asAdversary))
    expect(evidenceOf(own)?.leftOut).toBe('Two at once.')
  })
})

const exclude = (ref: string, as: typeof asBuilder) =>
  excludeRun(db, as({ phase, run: Number(ref.slice(1)), reason: 'Two at once.' }))

describe('a contaminated run', () => {
  const WHY = 'Contaminated: The stack of another deploy was there. Its services stayed behind.'

  test('is left out at once, is counted nowhere, and stays visible', () => {
    const clean = supervisedRun(db, 'mumble')
    const ref = supervisedRun(db, 'mumble', asBuilder, {}, CONTAMINATED)
    const [ended] = listEvents(db, { kinds: ['run.ended'] }, 1)
    expect(evidenceOf(ref)).toMatchObject({ leftOut: WHY, leftOutAt: ended?.recordedAt })
    const { evidence } = factsOf(db)
    expect(countedRuns('mumble', evidence).map((held) => held.ref)).toEqual([clean])
    expect(wordRunCount(countRuns(evidence, 'mumble', ['alone']))).toBe('custom, 1 of 1, 1 left out')
  })
  test.each([
    ['the Builder', asBuilder],
    ['the Adversary', asAdversary],
  ])('is not brought back by %s who leaves it out again', (_, as) => {
    const ref = supervisedRun(db, 'mumble', asBuilder, {}, CONTAMINATED)
    expect(refusalOf(db, () => exclude(ref, as))).toMatchObject({
      reason: 'left_out_already',
      sentence: `Run ${ref} is left out already: ${WHY}`,
    })
  })
  test('stays left out whatever is recorded of it afterwards', () => {
    const ref = supervisedRun(db, 'mumble', asBuilder, {}, CONTAMINATED)
    const run = Number(ref.slice(1))
    const said = { kind: 'run.excluded', phase, failure: 'mumble', subject: ref, statedAt: null } as const
    const write = () => recordAsSystem(db, { id: 'again', at: USUAL_TIME }, [{ ...said, payload: { run, reason: '' } }])
    db.$client.transaction(write).immediate()
    endedRunOf(db, run)
    expect(evidenceOf(ref)?.leftOut).not.toBeNull()
    expect(countedRuns('mumble', factsOf(db).evidence)).toEqual([])
  })
})

describe('an own check by a run that Gatehouse started', () => {
  test('counts by its start: requested long before the claim, begun after it', () => {
    db = aCopyOf(aClaimedGate())
    aHost(db)
    const ref = supervisedRun(db, 'gitea', asAdversary)
    expect(findOwnChecks(factsOf(db), 'M1', 'gitea').checks.map((held) => held.ref)).toEqual([ref])
  })
  test('is pre-staging where it had begun before the claim', () => {
    const first = aPhaseAlone()
    aHost(first)
    const number = requestedRun(first, 'gitea', {}, asAdversary)
    begunRun(first, number)
    db = aClaimedGate(aClassifiedPhase(first))
    endedRunOf(db, number)
    expect(findOwnChecks(factsOf(db), 'M1', 'gitea')).toMatchObject({
      checks: [],
      wants: expect.stringContaining(`#${number} had begun before it: pre-staging`),
    })
  })
})

test('nothing of a run touches what was attached', () => {
  const attached = attachedRun(db, 'mumble')
  const before = evidenceOf(attached)
  supervisedRun(db, 'mumble')
  expect(evidenceOf(attached)).toEqual(before)
  expect(Object.keys(projectionsOf(db))).toContain('requested_runs')
})
