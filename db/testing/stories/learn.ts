import type { LedgerEvent } from '#lib/ledger/event.ts'
import type { Evidence, Model } from './model.ts'

/** Takes one event into the model. Events that change nothing it knows are passed over. */
export function learn(model: Model, event: LedgerEvent): void {
  model.head = event.seq
  if (event.kind === 'role.given') {
    const { person, role, everyPhase } = event.payload
    model.grants.push({ person, role, phase: everyPhase ? null : event.phase })
  }
  if (event.kind === 'role.withdrawn') {
    const { person, role, everyPhase } = event.payload
    const phase = everyPhase ? null : event.phase
    model.grants = model.grants.filter((one) => one.person !== person || one.role !== role || one.phase !== phase)
  }
  if (event.phase === model.phase) learnOfPhase(model, event)
}

function learnOfPhase(model: Model, event: LedgerEvent): void {
  const { seq, actor } = event
  const failure = event.failure ?? ''
  switch (event.kind) {
    case 'phase.opened':
      model.lifetimeMs = event.payload.lifetimeMs
      model.planPath = event.payload.planPath
      break
    case 'failure.added':
      model.failures.push(event.payload.failure)
      break
    case 'gate.defined': {
      const { gate, criteria, requirements } = event.payload
      const held = model.gates.find((one) => one.gate === gate)
      if (held) Object.assign(held, { criteria, requirements })
      else model.gates.push({ gate, criteria, requirements })
      break
    }
    case 'plan.recorded':
      model.plan = event.payload.sha256
      break
    case 'run.attached': {
      const { number, recipeCheckout, conclusion } = event.payload
      model.evidence.push(seen(event, `#${number}`, recipeCheckout.commit, conclusion === 'green'))
      break
    }
    case 'run.excluded':
      for (const held of model.evidence) if (held.ref === `#${event.payload.run}`) held.leftOut = true
      break
    case 'observation.recorded':
      model.evidence.push(seen(event, `obs-${event.payload.number}`, null, null))
      break
    case 'code.cited':
      model.evidence.push(seen(event, `code-${event.payload.number}`, null, null))
      break
    case 'classification.proposed':
      model.classifications[failure] = event.payload
      break
    case 'fix.attached':
      model.fixes.push({ ...event.payload, failure, mergedEarly: isEarly(model, event.payload.state) })
      break
    case 'fix.updated': {
      const { fix, head, state } = event.payload
      const held = model.fixes.find((one) => one.fix === fix)
      if (!held) break
      held.mergedEarly = state === 'merged' && (held.state === 'merged' ? held.mergedEarly : isEarly(model, state))
      Object.assign(held, { head, state })
      break
    }
    case 'obligation.owed':
      model.obligations.push({ ...event.payload, failure: event.failure, seq, met: null })
      break
    case 'obligation.met':
      for (const held of model.obligations)
        if (held.obligation === event.payload.obligation) held.met = event.payload.evidence ?? ''
      break
    case 'claim.filed': {
      const { gate, revision, digest, parts } = event.payload
      model.claims[gate] = { person: actor, seq, revision, digest, parts, withdrawn: false }
      model.firstClaimed[gate] ??= seq
      break
    }
    case 'claim.withdrawn': {
      const held = model.claims[event.payload.gate]
      if (held) held.withdrawn = true
      break
    }
    case 'ruling.recorded': {
      const { gate, revision, digest, result } = event.payload
      const given = { person: actor, seq, at: Date.parse(event.recordedAt), revision, digest, result }
      model.rulings[gate] = { ...model.rulings[gate], [failure]: given }
      if (result === 'fail') reopen(model)
      break
    }
    case 'verdict.recorded': {
      const { gate, revision, digest, result } = event.payload
      model.verdicts[gate] = { person: actor, seq, at: Date.parse(event.recordedAt), revision, digest, result }
      if (result === 'fail') reopen(model)
      break
    }
    case 'finding.opened': {
      const { finding: id, gate } = event.payload
      model.findings.push({ id, gate, failure, person: actor, standing: 'open', seq, cites: [] })
      break
    }
    case 'finding.addressed':
      move(model, event.payload.finding, 'addressed')
      break
    case 'finding.closed':
      move(model, event.payload.finding, 'closed')
      for (const held of model.findings) if (held.id === event.payload.finding) held.cites = event.payload.cites
      break
    case 'finding.reopened':
      move(model, event.payload.finding, 'open', seq)
      reopen(model)
      break
    case 'veto.raised':
      model.vetoes.push({ veto: event.payload.veto, gate: event.payload.gate, person: actor })
      reopen(model)
      break
    case 'veto.lifted':
      model.vetoes = model.vetoes.filter(({ veto }) => veto !== event.payload.veto)
      break
    case 'phase.done':
      model.done = 'standing'
      break
  }
}

function seen(event: LedgerEvent, ref: string, commit: string | null, green: boolean | null): Evidence {
  const { seq, failure, actor: person, role } = event
  return { ref, seq, failure: failure ?? '', person, role, commit, green, leftOut: false }
}

function move(model: Model, finding: string, standing: string, seq: number | null = null): void {
  for (const held of model.findings) if (held.id === finding) Object.assign(held, { standing, seq: seq ?? held.seq })
}

const isEarly = (model: Model, state: string): boolean => state === 'merged' && model.done !== 'standing'

function reopen(model: Model): void {
  if (model.done === 'standing') model.done = 'reopened'
}
