import { isClosed, wordFinding } from '#lib/findings/is-closed.ts'
import type { ObligationFacts } from '#lib/phases/phase-facts.ts'
import { findOwnChecks } from '../own-checks.ts'
import { countOf, type Rule, refs } from './rule.ts'

export const nothingOwed: Rule = (facts, { gate }, { failure }) => {
  const open = facts.obligations.filter(
    (one) => one.met === null && one.before === gate && (one.failure === failure || one.failure === null),
  )
  if (open.length === 0) return { kind: 'passed', because: 'nothing open', evidence: [] }
  return {
    kind: 'incomplete',
    because: `${open.length === 1 ? 'owed' : `${open.length} owed, first`}: ${wordOwed(open[0])}`,
    evidence: [],
  }
}

export const noFinding: Rule = (facts, { gate }, { failure }) => {
  const found = facts.findings.filter((held) => held.gate === gate && held.failure === failure)
  const open = found.filter((held) => !isClosed(facts, held))
  if (open.length > 0)
    return {
      kind: 'failed',
      because: open.map(wordFinding).join(', '),
      evidence: [],
    }
  if (found.length === 0) return { kind: 'passed', because: 'none', evidence: [] }
  return {
    kind: 'passed',
    because: `closed: ${found.map(({ finding }) => finding).join(', ')}`,
    evidence: found.flatMap(({ moved }) => moved.cites),
  }
}

export const ownCheck: Rule = (facts, { gate }, { failure }) => {
  const { checks, wants, early } = findOwnChecks(facts, gate, failure)
  if (checks.length > 0 && early)
    return { kind: 'weak', because: 'attached since the claim, but seen before it', evidence: refs(checks) }
  if (checks.length > 0)
    return { kind: 'passed', because: `${countOf(checks.length, 'check')} since the claim`, evidence: refs(checks) }
  return { kind: 'missing', because: wants, evidence: [] }
}

const wordOwed = (owed: ObligationFacts | undefined): string =>
  owed === undefined
    ? ''
    : `${owed.text.replace(/[.\s]+$/, '')}${owed.undone === null ? '' : ` (${owed.undone}, which met it, was left out)`}`
