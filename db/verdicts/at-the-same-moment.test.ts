import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { evaluateGate } from '#lib/gates/evaluate-gate.ts'
import { fileClaim } from '../claims/file-claim.ts'
import type { Db } from '../db.ts'
import { verifyLedger } from '../ledger/verify-ledger.ts'
import { openDatabase } from '../open-database.ts'
import type { Answered, Told } from '../testing/act-at-once.ts'
import { aCopyOf, removeDatabases } from '../testing/databases.ts'
import { attachedRun } from '../testing/evidence.ts'
import { aCheckedGate, claimedDigest, filedClaim, typedClaim, typedRuling } from '../testing/gates.ts'
import { must } from '../testing/must.ts'
import {
  ADVERSARY,
  asAdversary,
  asBuilder,
  asSecondAdversary,
  BUILDER,
  SECOND_ADVERSARY,
  USUAL_TIME,
} from '../testing/people.ts'
import { factsOf, gateOf } from '../testing/phases.ts'
import { refusalOf } from '../testing/refusals.ts'
import { recordRuling } from './record-ruling.ts'

afterAll(removeDatabases)

const checked = aCheckedGate()
attachedRun(checked, 'mumble', {}, asSecondAdversary)
const rulings = (db: Db) => factsOf(db).rulings.filter(({ failure }) => failure === 'mumble')

describe('from two connections, one right after the other', () => {
  /** Two people who read the same page, each through a connection of their own. */
  const twoReaders = (): [Db, Db] => {
    const one = aCopyOf(checked)
    return [one, openDatabase(one.$client.name)]
  }

  test.each(['pass', 'fail'] as const)(
    'of two Adversaries who rule on the same digest the second, with %s, reads the first',
    (result) => {
      const [ada, alan] = twoReaders()
      const typed = typedRuling(alan, 'mumble', result)
      must(recordRuling(ada, asAdversary(typedRuling(ada, 'mumble', 'pass'))))
      const refusal = refusalOf(alan, () => recordRuling(alan, asSecondAdversary(typed)))
      expect(refusal.reason).toBe('ruled_meanwhile')
      expect(refusal.sentence).toMatch(
        /^While you wrote, ada ruled PASS on this \(event \d+\)\. Nothing was recorded; your text is kept\./,
      )
      const [held] = rulings(alan)
      must(recordRuling(alan, asSecondAdversary({ ...typed, onRecord: held?.seq ?? null })))
      expect(rulings(ada)).toMatchObject([{ person: 'alan', result }])
    },
  )

  test('what was claimed again while the Adversary wrote is not ruled on', () => {
    const [bob, ada] = twoReaders()
    const typed = typedRuling(ada, 'mumble', 'pass')
    filedClaim(bob, { mumble: 'Reworded.' })
    const refusal = refusalOf(ada, () => recordRuling(ada, asAdversary(typed)))
    expect(refusal.reason).toBe('digest_replaced')
    expect(refusal.sentence).toContain(
      'revision 2 replaced what you were reading. Nothing was recorded; your text is kept.',
    )
  })

  test('the ruling that came before the claim was filed again stays on what it judged', () => {
    const [bob, ada] = twoReaders()
    const typed = typedClaim(bob, { mumble: 'Reworded.' })
    must(recordRuling(ada, asAdversary(typedRuling(ada, 'mumble', 'pass'))))
    must(fileClaim(bob, asBuilder(typed)))
    expect(rulings(ada)).toMatchObject([{ revision: 1, result: 'pass' }])
    expect(evaluateGate(factsOf(ada), gateOf(ada), USUAL_TIME)).toMatchObject({ passed: 0 })
  })
})

describe('from two processes, at the same moment', () => {
  const ROUNDS = 25
  const AHEAD_MS = 8
  let db: Db
  let processes: { tell: (told: Told) => Promise<Answered>; end: () => void }[]
  beforeAll(async () => {
    db = aCopyOf(checked)
    processes = await Promise.all([begin(db.$client.name), begin(db.$client.name)])
  })
  afterAll(() => {
    for (const { end } of processes) end()
  })
  const together = (...told: Told[]) => Promise.all(told.map((one, index) => processes[index]?.tell(one)))
  const atMs = () => Date.now() + AHEAD_MS

  test('two Adversaries: one rules, the other gets the sentence', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      filedClaim(db, { mumble: `Wording ${round}.` })
      const rule = { atMs: atMs(), verb: 'rule', input: typedRuling(db, 'mumble', 'pass') } as const
      const answers = await together({ ...rule, actor: ADVERSARY }, { ...rule, actor: SECOND_ADVERSARY })
      expect(answers.map((answer) => answer?.done).sort()).toEqual(['ok', 'ruled_meanwhile'])
      const [held] = rulings(db)
      expect(held?.digest).toBe(claimedDigest(db, 'mumble'))
    }
    expect(verifyLedger(db).next().value).toMatchObject({ ok: true })
  })

  test('the Builder claims again while the Adversary rules: nothing is ruled that was not read', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      filedClaim(db, { mumble: `Before ${round}.` })
      const before = claimedDigest(db, 'mumble')
      const at = atMs()
      const [claim, ruling] = await together(
        { atMs: at, verb: 'claim', actor: BUILDER, input: typedClaim(db, { mumble: `After ${round}.` }) },
        { atMs: at, verb: 'rule', actor: ADVERSARY, input: typedRuling(db, 'mumble', 'pass') },
      )
      expect(claim?.done).toBe('ok')
      expect(['ok', 'digest_replaced']).toContain(ruling?.done)
      const [held] = rulings(db)
      expect(held?.digest === before).toBe(ruling?.done === 'ok')
      expect(claimedDigest(db, 'mumble')).not.toBe(before)
      expect(evaluateGate(factsOf(db), gateOf(db), USUAL_TIME).failures[0]?.ruling.kind).not.toBe('passed')
    }
    expect(verifyLedger(db).next().value).toMatchObject({ ok: true })
  })
})

async function begin(file: string) {
  const child = spawn(process.execPath, ['db/testing/act-at-once.ts', file], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })
  await once(lines, 'line')
  return {
    tell: async (told: Told): Promise<Answered> => {
      const answered = once(lines, 'line')
      child.stdin.write(`${JSON.stringify(told)}\n`)
      const [line] = await answered
      return JSON.parse(String(line))
    },
    end: () => child.stdin.end(),
  }
}
