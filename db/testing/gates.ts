import type { FileClaimInput } from '#lib/claims/inputs.ts'
import type { EvidenceRef } from '#lib/evidence/evidence-ref.ts'
import type { RecordRulingInput, RecordVerdictInput, RulingResult } from '#lib/verdicts/inputs.ts'
import { fileClaim } from '../claims/file-claim.ts'
import type { Db } from '../db.ts'
import { recordRuling } from '../verdicts/record-ruling.ts'
import { recordVerdict } from '../verdicts/record-verdict.ts'
import { attachedRun, citedCode, classifiedFailure, recordedObservation } from './evidence.ts'
import { must } from './must.ts'
import { asAdversary, asBuilder, USUAL_TIME } from './people.ts'
import { aPhaseAlone, factsOf } from './phases.ts'

/** A claim in plain words; `texts`: WHAT, by failure. */
export function typedClaim(db: Db, texts: { [failure: string]: string } = {}, gate = 'M1'): FileClaimInput {
  const parts = factsOf(db).failures.map(({ failure }): [string, FileClaimInput['parts'][string]] => {
    return [failure, { what: texts[failure] ?? 'As classified.', how: 'run it', expected: [] }]
  })
  return { phase: 'redfix', gate, parts: Object.fromEntries(parts), answers: [] }
}
export const filedClaim = (db: Db, texts: { [failure: string]: string } = {}, at = USUAL_TIME, gate = 'M1') =>
  must(fileClaim(db, asBuilder(typedClaim(db, texts, gate), at)))

/** The digest of what is claimed about this failure; of the whole claim without one. Empty when nothing is claimed. */
export function claimedDigest(db: Db, failure?: string, gate = 'M1'): string {
  const claim = factsOf(db).claims.find((held) => held.gate === gate)
  if (failure === undefined) return claim?.digest ?? ''
  return claim?.parts.find((part) => part.failure === failure)?.digest ?? ''
}

export const typedRuling = (
  db: Db,
  failure: string,
  result: RulingResult,
  cites: EvidenceRef[] = [],
  gate = 'M1',
): RecordRulingInput => ({
  ...{ phase: 'redfix', gate, failure, digest: claimedDigest(db, failure, gate), result, cites },
  ...{
    reason: `Seen by myself: ${result}.`,
    repro: result === 'fail' ? 'Run it twice.' : '',
    stage: null,
    onRecord: null,
  },
})
export const ruledOn = (
  db: Db,
  failure: string,
  result: RulingResult = 'pass',
  at = USUAL_TIME,
  as = asAdversary,
  gate = 'M1',
) => must(recordRuling(db, as(typedRuling(db, failure, result, [], gate), at)))

export const typedVerdict = (db: Db, result: RulingResult, gate = 'M1'): RecordVerdictInput => ({
  ...{ phase: 'redfix', gate, digest: claimedDigest(db, undefined, gate), result, reason: `The gate: ${result}.` },
})
export const givenVerdict = (db: Db, result: RulingResult = 'pass', at = USUAL_TIME, gate = 'M1') =>
  must(recordVerdict(db, asAdversary(typedVerdict(db, result, gate), at)))

// Each scenario goes on from the one before it, and may be given a database that holds a ledger with the phase redfix.

/** mumble is classified as red from outside on run #1 and obs-1, gitea by reading alone, on code-1. */
export function aClassifiedPhase(db: Db = aPhaseAlone()): Db {
  classifiedFailure(db, 'mumble', [attachedRun(db, 'mumble'), recordedObservation(db, 'mumble')])
  classifiedFailure(db, 'gitea', [citedCode(db, 'gitea')], { place: 'recipe' })
  return db
}
/** M1 is claimed, revision 1. */
export function aClaimedGate(db: Db = aClassifiedPhase()): Db {
  filedClaim(db)
  return db
}
/** Ada has looked herself: run #2 of mumble, code-2 of gitea. */
export function aCheckedGate(db: Db = aClaimedGate()): Db {
  attachedRun(db, 'mumble', {}, asAdversary)
  citedCode(db, 'gitea', {}, asAdversary)
  return db
}
/** Both failures are ruled PASS. */
export function aRuledGate(db: Db = aCheckedGate()): Db {
  ruledOn(db, 'mumble')
  ruledOn(db, 'gitea')
  return db
}
/** M1 has its PASS. */
export function aPassedGate(db: Db = aRuledGate()): Db {
  givenVerdict(db)
  return db
}
/** mumble is ruled FAIL, which opened F-redfix-1, and M1 has its FAIL. */
export function aFailedGate(db: Db = aCheckedGate()): Db {
  ruledOn(db, 'mumble', 'fail')
  givenVerdict(db, 'fail')
  return db
}
