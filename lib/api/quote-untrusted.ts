import { parseEvidenceRef } from '#lib/evidence/evidence-ref.ts'
import type { Json } from '#lib/ledger/canonical-json.ts'

/**
 * Keys whose text is ours or was checked against a pattern when it was recorded: names, kinds, digests, times. All other text was written
 * by somebody, or quotes what was.
 */
const OURS: ReadonlySet<string> = new Set(
  [
    'phase failure gate recipe subject finding token before evidence cites answers',
    'kind role roleNow askedOf askerHolds by to note mode standing state route promotion result answer',
    'condition deployment profile conclusion status behaviour place requirement requirements asks id',
    'person actor invitedBy hash digest sha256 sealed commit head',
    'at since recordedAt statedAt startedAt endedAt observedAt definedAt issuedAt expiresAt',
    'revokedAt withdrawnAt leftOutAt firstClaimedAt freshUntil',
    'requestedAt takenAt until deadlineAt lastByteAt overAt',
  ].flatMap((keys) => keys.split(' ')),
)

/** Evidence is named by `ref`, and so is the branch that a run was chosen by, which somebody named. */
const isOurs = (key: string, text: string): boolean => (key === 'ref' ? parseEvidenceRef(text) !== null : OURS.has(key))

export type Untrusted = { untrustedText: string }

/**
 * A reading for programs: whatever somebody typed, or a log or a file said, stands as `{ untrustedText }`, so that a program which reads it
 * never takes it for instructions or for an answer of the rules (TRUST: instructions hidden in a log). What is not known to be ours is quoted.
 */
export function quoteUntrusted(value: Json | undefined, key = ''): Json | undefined {
  if (typeof value === 'string') return isOurs(key, value) ? value : ({ untrustedText: value } satisfies Untrusted)
  if (typeof value !== 'object' || value === null) return value
  if (isList(value)) return value.map((member) => quoteUntrusted(member, key) ?? null)
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, quoteUntrusted(member, name)]))
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value)
