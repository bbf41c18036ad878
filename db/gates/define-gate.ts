import { canonicalJson } from '#lib/ledger/canonical-json.ts'
import type { Command } from '#lib/ledger/command.ts'
import type { DefineGateInput } from '#lib/phases/inputs.ts'
import { because, ok, refuse } from '#lib/result.ts'
import type { Db } from '../db.ts'
import { record } from '../ledger/record.ts'
import { phaseOr } from '../phases/on-record.ts'

/** Defines a gate, or defines it anew: rulings on it are then stale, since what was judged has changed. */
export const defineGate = (db: Db, command: Command<DefineGateInput>) =>
  record(db, command, { phase: command.input.phase, permission: 'gate.define' }, () => {
    const { phase, gate, criteria, requirements, anew } = command.input
    const facts = phaseOr(db, phase)
    if (!facts.ok) return facts
    const held = facts.value.gates.find((one) => one.gate === gate)
    if (held?.criteria === criteria && canonicalJson(held.requirements) === canonicalJson(requirements)) {
      return refuse(because('gate_exists', `${phase} has a gate ${gate} that says exactly this.`, 'gate'))
    }
    if (held && !anew)
      return refuse(
        because(
          'gate_exists',
          `There is a gate ${gate} already. Define it anew from its own form, which says what gets stale by it.`,
          'gate',
        ),
      )
    const payload = {
      gate,
      criteria,
      requirements,
      position: held?.position ?? facts.value.gates.length + 1,
      imported: null,
    }
    return ok([{ kind: 'gate.defined', phase, failure: null, subject: gate, statedAt: null, payload }])
  })
