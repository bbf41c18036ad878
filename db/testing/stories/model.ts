import type { ClaimPart, Judged, Statement } from '#lib/claims/claim-part.ts'
import type { Payloads } from '#lib/ledger/payloads.ts'
import type { Role } from '#lib/people/roles.ts'

/**
 * A second, smaller reading of the rules (DESIGN 3), made from events alone: neither the projections nor `lib/gates` are asked. It knows one
 * phase, in which every fix is a pull request to the recipe and every commit is said in full.
 */
export type Evidence = {
  ref: string
  seq: number
  failure: string
  person: string
  role: string
  commit: string | null
  green: boolean | null
  leftOut: boolean
}
export type Finding = {
  id: string
  gate: string
  failure: string
  person: string
  standing: string
  seq: number
  cites: string[]
}
export type Fix = Payloads['fix.attached'] & { failure: string; mergedEarly: boolean }
/** `met`: by which evidence; an empty name: by words alone. */
export type Obligation = Payloads['obligation.owed'] & { failure: string | null; seq: number; met: string | null }
export type Claim = {
  person: string
  seq: number
  revision: number
  digest: string
  parts: ClaimPart[]
  withdrawn: boolean
}
type Judgement = { person: string; seq: number; at: number; revision: number; digest: string; result: 'pass' | 'fail' }

export type Model = {
  head: number
  phase: string
  lifetimeMs: number
  planPath: string | null
  plan: string | null
  grants: { person: string; role: Role; phase: string | null }[]
  failures: string[]
  gates: { gate: string; criteria: string; requirements: Payloads['gate.defined']['requirements'] }[]
  classifications: { [failure: string]: Payloads['classification.proposed'] }
  evidence: Evidence[]
  fixes: Fix[]
  obligations: Obligation[]
  findings: Finding[]
  vetoes: { veto: number; gate: string | null; person: string }[]
  claims: { [gate: string]: Claim }
  firstClaimed: { [gate: string]: number }
  rulings: { [gate: string]: { [failure: string]: Judgement } }
  verdicts: { [gate: string]: Judgement }
  done: 'never' | 'standing' | 'reopened'
}

export const emptyModel = (phase: string): Model => ({
  ...{ head: 0, phase, lifetimeMs: 0, planPath: null, plan: null, grants: [], failures: [], gates: [] },
  ...{ classifications: {}, evidence: [], fixes: [], obligations: [], findings: [], vetoes: [] },
  ...{ claims: {}, firstClaimed: {}, rulings: {}, verdicts: {}, done: 'never' },
})

// Who holds several roles acts in the one that can do most; one given for the phase goes before one for every phase.
const STRONGEST: Role[] = ['operator', 'adversary', 'builder', 'stakeholder']
export function roleOf({ grants, phase }: Model, person: string): Role | null {
  const held = grants.filter((grant) => grant.person === person)
  const own = held.filter((grant) => grant.phase === phase)
  const roles = (own.length > 0 ? own : held.filter((grant) => grant.phase === null)).map(({ role }) => role)
  return STRONGEST.find((role) => roles.includes(role)) ?? null
}

const asksForFixes = (gate: Model['gates'][number]): boolean => gate.requirements.includes('fix-attached')

/** What is on record to be judged of a failure; null: the claim could not be filed. */
export function onRecord(model: Model, gate: string, failure: string, statement: Statement): Judged | null {
  const definition = model.gates.find((held) => held.gate === gate)
  const classification = model.classifications[failure]
  if (!definition) return null
  const fixes = model.fixes.filter((fix) => fix.failure === failure && fix.state !== 'closed')
  const shown = asksForFixes(definition)
    ? fixes.flatMap((fix) =>
        model.evidence.filter(
          (held) => held.failure === failure && held.role !== 'adversary' && held.commit === fix.head,
        ),
      )
    : (classification?.cites ?? []).flatMap((ref) => model.evidence.filter((held) => held.ref === ref))
  if (asksForFixes(definition) ? fixes.length === 0 : classification === undefined) return null
  return {
    criteria: definition.criteria,
    requirements: definition.requirements,
    plan: { path: model.planPath, sha256: model.plan },
    statement,
    classification: asksForFixes(definition) ? null : (classification ?? null),
    fixes: asksForFixes(definition)
      ? fixes.map(({ fix, kind, repository, pullRequest, head, route, promotion }) => ({
          ...{ fix, kind, repository, pullRequest, head, route, promotion },
        }))
      : [],
    evidence: shown.map(({ ref, seq, leftOut }) => ({ ref, seq, leftOut })),
  }
}

const partOf = (model: Model, gate: string, failure: string): ClaimPart | undefined =>
  standingClaim(model, gate)?.parts.find((part) => part.failure === failure)

export const standingClaim = (model: Model, gate: string): Claim | null => {
  const claim = model.claims[gate]
  return claim && !claim.withdrawn ? claim : null
}

/** What was judged is on record as it was: evidence may be added, and none that counted was left out. */
export function isUnchanged(model: Model, gate: string, failure: string): boolean {
  const part = partOf(model, gate, failure)
  const now = part && onRecord(model, gate, failure, part.judged.statement)
  if (!part || !now) return false
  const { evidence: before, ...judged } = part.judged
  const { evidence, ...rest } = now
  const lost = evidence.some((held) => held.leftOut && before.some((then) => then.ref === held.ref && !then.leftOut))
  return !lost && isSame(judged, rest)
}

/** Members in any order. */
export const isSame = (one: object, other: object): boolean => ordered(one) === ordered(other)
const ordered = (value: object): string =>
  JSON.stringify(value, (_, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  )

/** This person's own checks of what is claimed, from after the first claim and before `seq`, that count now: of fixes, a run of each. */
export function ownChecks(model: Model, gate: string, failure: string, person: string, seq = Infinity): Evidence[] {
  const part = partOf(model, gate, failure)
  if (!part) return []
  const { fixes, evidence } = part.judged
  const onRuns = evidence.some(({ ref }) => ref.startsWith('#'))
  const ran = model.evidence.flatMap((held) => (evidence.some(({ ref }) => ref === held.ref) ? [held.commit] : []))
  const own = model.evidence.filter((held) => {
    const theirs = held.failure === failure && held.person === person && held.role === 'adversary' && !held.leftOut
    if (!theirs || held.seq <= (model.firstClaimed[gate] ?? 0) || held.seq >= seq) return false
    if (fixes.length > 0) return fixes.some(({ head }) => head === held.commit)
    return !onRuns || (held.green !== null && ran.some((commit) => commit === held.commit))
  })
  return fixes.every(({ head }) => own.some(({ commit }) => commit === head)) ? own : []
}

const isYoung = ({ lifetimeMs }: Model, { at }: Judgement, now: number): boolean => now < at + lifetimeMs

/** The ruling counts as a PASS now. */
export function counts(model: Model, gate: string, failure: string, now: number): boolean {
  const ruling = model.rulings[gate]?.[failure]
  return (
    ruling?.result === 'pass' &&
    ruling.digest === partOf(model, gate, failure)?.digest &&
    isUnchanged(model, gate, failure) &&
    isYoung(model, ruling, now) &&
    ownChecks(model, gate, failure, ruling.person, ruling.seq).length > 0
  )
}

export function standingOf(model: Model, gate: string, now: number): string {
  const claim = standingClaim(model, gate)
  const verdict = model.verdicts[gate]
  if (!claim) {
    const earlier = model.gates.slice(
      0,
      model.gates.findIndex((held) => held.gate === gate),
    )
    return earlier.every((held) => model.verdicts[held.gate]?.result === 'pass') ? 'not-claimed' : 'not-open'
  }
  if (!verdict || verdict.revision !== claim.revision || verdict.digest !== claim.digest) return 'claimed'
  if (verdict.result === 'fail') return 'failed'
  const passed = isYoung(model, verdict, now) && model.failures.every((one) => counts(model, gate, one, now))
  return passed ? 'passed' : 'stale'
}

const isLeftOut = (model: Model, wanted: string): boolean =>
  model.evidence.some(({ ref, leftOut }) => ref === wanted && leftOut)

/** Met, and what met it still counts. */
export const isMet = (model: Model, { met }: Obligation): boolean => met !== null && !isLeftOut(model, met)

/** Closed, and something that it was closed on still counts. */
export const isClosed = (model: Model, { standing, cites }: Finding): boolean =>
  standing === 'closed' && !cites.every((ref) => isLeftOut(model, ref))

export const owedBefore = (model: Model, gate: string, failure: string): boolean =>
  model.obligations.some(
    (one) => !isMet(model, one) && one.before === gate && (one.failure === failure || one.failure === null),
  )

/** What stands between the phase and DONE, of what DESIGN 3 names. */
export function whatIsOpen(model: Model, now: number): string[] {
  return [
    ...model.gates.flatMap(({ gate }) => (standingOf(model, gate, now) === 'passed' ? [] : [`no PASS on ${gate}`])),
    ...model.findings.flatMap((one) => (isClosed(model, one) ? [] : [`${one.id} is ${one.standing}`])),
    ...model.vetoes.map(({ veto }) => `veto ${veto}`),
    ...model.fixes.flatMap(({ fix, mergedEarly }) => (mergedEarly ? [`fix ${fix} was merged`] : [])),
    ...model.obligations.flatMap((one) =>
      isMet(model, one) || one.before === null ? [] : [`owed ${one.obligation} before ${one.before}`],
    ),
  ]
}
