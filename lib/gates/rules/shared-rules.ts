import { findOwnChecks } from '../own-checks.ts'
import { countOf, type Rule, refs } from './rule.ts'

export const nothingOwed: Rule = (facts, { gate }, { failure }) => {
  const open = facts.obligations.filter(
    (one) => one.met === null && one.before === gate && (one.failure === failure || one.failure === null),
  )
  if (open.length === 0) return { kind: 'passed', because: 'nothing open', evidence: [] }
  return {
    kind: 'incomplete',
    because: `${open.length === 1 ? 'owed' : `${open.length} owed, first`}: ${open[0]?.text ?? ''}`,
    evidence: [],
  }
}

export const noFinding: Rule = (facts, { gate }, { failure }) => {
  const found = facts.findings.filter((held) => held.gate === gate && held.failure === failure)
  const open = found.filter(({ standing }) => standing !== 'closed')
  if (open.length > 0)
    return {
      kind: 'failed',
      because: open
        .map(({ finding, standing }) => `${finding} is ${standing === 'open' ? 'open' : 'addressed, not closed'}`)
        .join(', '),
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
